package fr.convergence.socle.base;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * L'heure de la base, la même pour tous les nœuds : une échéance ne dépend pas de la machine qui répond.
 *
 * <p>L'écart avec l'horloge de la machine est mesuré toutes les trente secondes, hors du chemin des requêtes.
 */
final class HorlogeDeLaBase extends Clock implements SmartLifecycle {

    private static final Logger JOURNAL = LoggerFactory.getLogger(HorlogeDeLaBase.class);
    private static final long PERIODE_EN_SECONDES = 30;

    private final JdbcClient base;
    private volatile Duration ecart = Duration.ZERO;
    private volatile boolean enMarche;
    private ScheduledExecutorService minuterie = Executors.newSingleThreadScheduledExecutor();

    HorlogeDeLaBase(JdbcClient base) {
        this.base = base;
    }

    @Override
    public Instant instant() {
        // PostgreSQL garde la microseconde : ce qui est écrit se relit égal.
        var instant = Instant.now().plus(ecart);
        return instant.minusNanos(instant.getNano() % 1000);
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Europe/Paris");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ecart);
    }

    @Override
    public void start() {
        mesurer();
        minuterie = Executors.newSingleThreadScheduledExecutor(
                travail -> Thread.ofPlatform().daemon().name("horloge").unstarted(travail));
        minuterie.scheduleWithFixedDelay(this::mesurer, PERIODE_EN_SECONDES, PERIODE_EN_SECONDES, TimeUnit.SECONDS);
        enMarche = true;
    }

    @Override
    public void stop() {
        minuterie.shutdownNow();
        enMarche = false;
    }

    @Override
    public boolean isRunning() {
        return enMarche;
    }

    private void mesurer() {
        try {
            var avant = Instant.now();
            var heure = base.sql("select clock_timestamp()")
                    .query(Timestamp.class)
                    .single()
                    .toInstant();
            var milieu = avant.plus(Duration.between(avant, Instant.now()).dividedBy(2));
            ecart = Duration.between(milieu, heure);
        } catch (DataAccessException panne) {
            JOURNAL.warn("Heure de la base non mesurée, l’écart de {} reste en vigueur", ecart);
        }
    }
}
