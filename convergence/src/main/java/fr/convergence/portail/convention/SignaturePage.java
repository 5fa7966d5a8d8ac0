package fr.convergence.portail.convention;

import fr.convergence.portail.convention.EtatDeConvention.Envoyee;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * La page du signataire : qui il est, ce qu'il signe, le code qu'il reçoit.
 *
 * @param adresse celle de la page, que son secret ouvre
 * @param courriel où part le code, à demi caché : le lien a pu être transmis
 * @param expireLe la dernière seconde pour signer
 * @param motif celui d'un refus, tel qu'il a été tapé
 */
public record SignaturePage(
        String adresse,
        String reference,
        ContenuDeConvention contenu,
        String courriel,
        Instant expireLe,
        String motif,
        Erreurs erreurs)
        implements Page {

    static SignaturePage de(String jeton, Convention convention, String motif, Erreurs erreurs) {
        var contenu = convention.contenu();
        return new SignaturePage(
                "/convention/" + jeton,
                convention.reference().valeur(),
                contenu,
                cachee(contenu.signataire().courriel()),
                ((Envoyee) convention.etat()).expireLe().minusSeconds(1),
                motif,
                erreurs);
    }

    @Override
    public HttpStatus statut() {
        if (erreurs.frein().isPresent()) {
            return HttpStatus.TOO_MANY_REQUESTS;
        }
        return erreurs.vides() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    @Override
    public Optional<Duration> attente(Instant maintenant) {
        return erreurs.frein().map(jusqu -> Duration.between(maintenant, jusqu));
    }

    /** Vrai quand ce qui est à corriger est dans le refus. */
    public boolean refuse() {
        return erreurs.liste().stream().anyMatch(erreur -> erreur.champ().endsWith("Refus"));
    }

    /** « d•••@hopital.example ». */
    private static String cachee(String courriel) {
        return courriel.replaceFirst("^(.)[^@]*", "$1•••");
    }
}
