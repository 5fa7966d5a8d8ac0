package fr.convergence.socle.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * Tout ce qu'un gabarit a le droit de voir, déjà décidé.
 *
 * <p>Le gabarit est trouvé par convention : {@code AccueilPage} se rend avec {@code
 * portail/accueil/accueil.jte}, rangé à côté d'elle.
 */
public non-sealed interface Page extends Vue {

    /** Statut HTTP de la réponse ; une saisie refusée répond 422 pour que le navigateur ne la croie pas reçue. */
    default HttpStatus statut() {
        return HttpStatus.OK;
    }

    /** Temps à laisser passer avant de redemander (en-tête Retry-After), quand la page refuse pour un temps. */
    default Optional<Duration> attente(Instant maintenant) {
        return Optional.empty();
    }
}
