package fr.convergence.portail.inscription;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;

/** Étape 2, deuxième écran : l'établissement à choisir dans la liste (INS-5). */
public record ChoixPage(String type, String region, ResultatsPage resultats, Erreurs erreurs) implements PageDeSaisie {}
