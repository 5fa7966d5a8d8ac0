package fr.convergence.socle.connexion;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Page;
import org.springframework.http.HttpStatus;

/** Le code de l'application d'authentification. */
public record CodeDEquipePage(Erreurs erreurs, HttpStatus statut) implements Page {}
