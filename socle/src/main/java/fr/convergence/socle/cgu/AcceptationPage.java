package fr.convergence.socle.cgu;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Page;
import org.springframework.http.HttpStatus;

/** La version en vigueur, à accepter avant d'aller plus loin. */
public record AcceptationPage(String texte, Erreurs erreurs, HttpStatus statut) implements Page {

    static final String CASE = "acceptation";
}
