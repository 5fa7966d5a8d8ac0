package fr.convergence.socle.base;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * L'heure à laquelle la demande en cours a atteint le serveur, avant d'attendre un fil ou une connexion : un envoi fait à temps
 * l'est, même si le serveur tarde à le lire. L'heure reste celle de l'horloge, donc de la base ; on n'en ôte que l'attente.
 */
@Component
public final class Arrivees {

    private final Clock horloge;

    /** Une lecture de {@link System#nanoTime()}, que l'horloge de la machine n'avance ni ne recule. */
    private final ThreadLocal<@Nullable Long> arrivee = new ThreadLocal<>();

    Arrivees(Clock horloge) {
        this.horloge = horloge;
    }

    /** Hors d'une demande, l'instant présent. */
    public Instant instant() {
        var debut = arrivee.get();
        if (debut == null) {
            return horloge.instant();
        }
        var instant = horloge.instant().minusNanos(Math.max(0, System.nanoTime() - debut));
        return instant.minusNanos(instant.getNano() % 1000);
    }

    /** Ce fil sert une demande arrivée à cet instant de {@link System#nanoTime()}. */
    public void noter(long nanos) {
        arrivee.set(nanos);
    }

    /** L'arrivée notée, ou celle que l'on propose si elle est plus ancienne, ou la seule connue. */
    public void avancer(long nanos) {
        var notee = arrivee.get();
        if (notee == null || nanos - notee < 0) {
            arrivee.set(nanos);
        }
    }

    public void oublier() {
        arrivee.remove();
    }
}
