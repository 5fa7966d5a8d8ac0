package fr.convergence.socle.base;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Une horloge que le test avance, partie d'un mardi matin quel que soit le jour où l'on essaie : aucun test ne dépend de la
 * date, du passage de minuit ni du changement d'heure. Entre deux avances elle court, car ce qui attend une vraie requête en a
 * besoin.
 */
public final class HorlogeDeTest extends Clock {

    private static final Instant DEPART = Instant.parse("2026-03-17T09:30:00Z");
    private static final long LANCEMENT = System.nanoTime();

    private final Instant depart;
    private volatile Duration avance = Duration.ZERO;

    public HorlogeDeTest() {
        this(DEPART);
    }

    private HorlogeDeTest(Instant depart) {
        this.depart = depart;
    }

    /** Pour ce que le code compare à l'heure de la base : elle, un test ne la change pas. */
    public static HorlogeDeTest aLHeureDeLaBase() {
        return new HorlogeDeTest(Instant.now().minusNanos(System.nanoTime() - LANCEMENT));
    }

    public void avancer(Duration duree) {
        avance = avance.plus(duree);
    }

    public void remettre() {
        avance = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        var instant = depart.plusNanos(System.nanoTime() - LANCEMENT).plus(avance);
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
