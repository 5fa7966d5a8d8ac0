package fr.convergence.socle.connexion;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Page;
import org.springframework.http.HttpStatus;

/**
 * Le code de l'application d'authentification.
 *
 * @param retour la porte d'où l'on vient
 */
public record CodeDEquipePage(String retour, Erreurs erreurs, HttpStatus statut) implements Page {}
