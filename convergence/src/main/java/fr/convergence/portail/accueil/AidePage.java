package fr.convergence.portail.accueil;

import fr.convergence.socle.page.Page;
import fr.convergence.socle.texte.Texte;
import java.util.List;

/** L'aide : un guide par parcours, et les questions les plus posées. */
public record AidePage(List<Guide> guides, Texte questions) implements Page {

    /** Un guide ; {@code cle} préfixe son titre et son sujet. */
    public record Guide(String vers, String cle) {}
}
