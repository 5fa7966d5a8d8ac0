package fr.convergence.portail.transfert;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;

/** « Transférer une candidature » : laquelle. */
public record RechercheDeDossierPage(String reference, Erreurs erreurs) implements PageDeSaisie {}
