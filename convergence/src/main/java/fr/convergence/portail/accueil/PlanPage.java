package fr.convergence.portail.accueil;

import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.Page;
import java.util.List;

/** Le plan du site. */
public record PlanPage(List<Partie> parties) implements Page {

    /** Des pages qui vont ensemble. */
    public record Partie(String titre, List<Lien> pages) {}
}
