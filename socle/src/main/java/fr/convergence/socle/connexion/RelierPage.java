package fr.convergence.socle.connexion;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Page;
import fr.convergence.socle.secondfacteur.ApplicationProposee;
import org.springframework.http.HttpStatus;

/**
 * Relier une application d'authentification.
 *
 * @param retour la porte d'où l'on vient
 */
public record RelierPage(ApplicationProposee application, String retour, Erreurs erreurs, HttpStatus statut)
        implements Page {}
