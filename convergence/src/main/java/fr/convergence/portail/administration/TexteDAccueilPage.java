package fr.convergence.portail.administration;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.PageDeSaisie;

/**
 * Un texte de l'accueil qu'on écrit.
 *
 * @param cle la question posée à ce public
 * @param html ce que donne {@code texte} ; sûr
 */
public record TexteDAccueilPage(String cle, String vers, String texte, String html, Erreurs erreurs)
        implements PageDeSaisie {}
