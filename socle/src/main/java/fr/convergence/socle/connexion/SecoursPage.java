package fr.convergence.socle.connexion;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Page;
import org.springframework.http.HttpStatus;

/** Un code de secours, à la place de celui de l'application. */
public record SecoursPage(Erreurs erreurs, HttpStatus statut) implements Page {}
