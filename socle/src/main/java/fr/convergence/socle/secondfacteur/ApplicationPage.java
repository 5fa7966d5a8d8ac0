package fr.convergence.socle.secondfacteur;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;

/** Lire le code QR, puis donner un code de l'application. */
public record ApplicationPage(List<Lien> menu, ApplicationProposee application, Erreurs erreurs)
        implements PageDeSaisie {}
