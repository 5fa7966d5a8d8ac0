package fr.convergence.socle.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Un formulaire, à remplir ou rendu avec ses erreurs et ce qui était tapé. */
public interface PageDeSaisie extends Page {

    Erreurs erreurs();

    /** 422 pour une saisie refusée ; 429 pour celle qu'un frein a refusée, juste ou non. */
    @Override
    default HttpStatus statut() {
        if (erreurs().vides()) {
            return HttpStatus.OK;
        }
        return erreurs().frein().isPresent() ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    @Override
    default Optional<Duration> attente(Instant maintenant) {
        return erreurs().frein().map(jusqu -> Duration.between(maintenant, jusqu));
    }
}
