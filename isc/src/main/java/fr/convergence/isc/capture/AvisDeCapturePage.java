package fr.convergence.isc.capture;

import fr.convergence.socle.page.Annonce.Genre;
import fr.convergence.socle.page.Page;
import org.springframework.http.HttpStatus;

/**
 * Ce qui arrête là, et quoi faire ensuite.
 *
 * @param cle préfixe des textes : {@code .titre}, {@code .quoi}, {@code .bouton}
 * @param vers où mène le bouton ; vide s'il n'y a plus rien à faire ici
 */
public record AvisDeCapturePage(String cle, Genre genre, String vers, HttpStatus statut) implements Page {

    private static final String ACCUEIL = "/";
    private static final String SANS_SUITE = "";

    static AvisDeCapturePage lienDejaServi() {
        return mort("capture.deja-servi", SANS_SUITE);
    }

    static AvisDeCapturePage lienExpire() {
        return mort("capture.lien-expire", SANS_SUITE);
    }

    static AvisDeCapturePage lienInconnu() {
        return mort("capture.lien-inconnu", SANS_SUITE);
    }

    static AvisDeCapturePage finie() {
        return mort("capture.finie", SANS_SUITE);
    }

    /** Un autre téléphone la mène. */
    static AvisDeCapturePage ailleurs() {
        return mort("capture.ailleurs", SANS_SUITE);
    }

    static AvisDeCapturePage aucune() {
        return mort("capture.aucune", ACCUEIL);
    }

    static AvisDeCapturePage expiree() {
        return mort("capture.expiree", "/inscription");
    }

    static AvisDeCapturePage plusTard() {
        return new AvisDeCapturePage("capture.plus-tard", Genre.SUCCES, ACCUEIL, HttpStatus.OK);
    }

    private static AvisDeCapturePage mort(String cle, String vers) {
        return new AvisDeCapturePage(cle, Genre.AVERTISSEMENT, vers, HttpStatus.GONE);
    }
}
