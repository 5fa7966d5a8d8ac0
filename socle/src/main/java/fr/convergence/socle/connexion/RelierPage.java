package fr.convergence.socle.connexion;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Page;
import org.springframework.http.HttpStatus;

/**
 * Relier une application d'authentification.
 *
 * @param codeQr dessin SVG, de confiance
 * @param cle le même secret à taper, par groupes de quatre
 */
public record RelierPage(String codeQr, String cle, Erreurs erreurs, HttpStatus statut) implements Page {

    static String parQuatre(String secret) {
        return secret.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
