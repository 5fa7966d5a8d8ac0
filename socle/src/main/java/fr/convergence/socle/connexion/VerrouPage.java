package fr.convergence.socle.connexion;

import fr.convergence.socle.page.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** Trop d'essais : quand recommencer, et que faire sans attendre. La même, que le compte existe ou non. */
public record VerrouPage(Instant jusqu) implements Page {

    @Override
    public HttpStatus statut() {
        return HttpStatus.TOO_MANY_REQUESTS;
    }

    @Override
    public Optional<Duration> attente(Instant maintenant) {
        return Optional.of(Duration.between(maintenant, jusqu));
    }
}
