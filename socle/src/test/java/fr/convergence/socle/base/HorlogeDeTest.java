package fr.convergence.socle.base;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Une horloge que le test avance ; partie de l'heure vraie, elle n'oblige aucun test à une date. */
public final class HorlogeDeTest extends Clock {

    private volatile Duration avance = Duration.ZERO;

    public void avancer(Duration duree) {
        avance = avance.plus(duree);
    }

    public void remettre() {
        avance = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        var instant = Instant.now().plus(avance);
        return instant.minusNanos(instant.getNano() % 1000);
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Europe/Paris");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("L'heure est celle de Paris");
    }
}
