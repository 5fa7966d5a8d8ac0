package fr.convergence.socle.lienrecu;

import fr.convergence.socle.page.Annonce.Genre;
import fr.convergence.socle.page.Page;
import org.springframework.http.HttpStatus;

/**
 * Ce qu'il est advenu d'un lien, et quoi faire ensuite.
 *
 * @param cle préfixe des textes : {@code .titre}, {@code .quoi}, {@code .bouton}
 * @param vers où mène le bouton
 */
public record AvisPage(String cle, Genre genre, String vers, HttpStatus statut) implements Page {

    static AvisPage dejaActive() {
        return new AvisPage("lienrecu.deja-active", Genre.INFORMATION, "/connexion", HttpStatus.OK);
    }

    static AvisPage activationExpiree() {
        return mort("lienrecu.activation-expiree", "/activation/renvoi");
    }

    static AvisPage activationInconnue() {
        return mort("lienrecu.activation-inconnue", "/activation/renvoi");
    }

    static AvisPage activationEnvoyee() {
        return new AvisPage("lienrecu.activation-envoyee", Genre.INFORMATION, "/connexion", HttpStatus.OK);
    }

    static AvisPage motDePasseEnvoye() {
        return new AvisPage("lienrecu.mot-de-passe-envoye", Genre.INFORMATION, "/connexion", HttpStatus.OK);
    }

    static AvisPage motDePasseExpire() {
        return mort("lienrecu.mot-de-passe-expire", "/mot-de-passe-oublie");
    }

    static AvisPage invitationExpiree() {
        return mort("lienrecu.invitation-expiree", "/connexion/equipe");
    }

    private static AvisPage mort(String cle, String vers) {
        return new AvisPage(cle, Genre.AVERTISSEMENT, vers, HttpStatus.GONE);
    }
}
