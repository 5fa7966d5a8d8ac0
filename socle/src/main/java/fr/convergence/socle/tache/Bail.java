package fr.convergence.socle.tache;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prolonge un bail tant que dure le travail : une seule requête, une seule question à l'antivirus, peut durer plus que lui
 * sans rien dire.
 */
public final class Bail implements AutoCloseable {

    private static final Logger JOURNAL = LoggerFactory.getLogger(Bail.class);

    private final ScheduledExecutorService fil =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    public Bail(Duration periode, Runnable prolonger) {
        fil.scheduleWithFixedDelay(
                () -> essayer(prolonger), periode.toNanos(), periode.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Rendu : le prolongement en cours finit, aucun autre ne commence. */
    @Override
    public void close() {
        fil.close();
    }

    private static void essayer(Runnable prolonger) {
        try {
            prolonger.run();
        } catch (RuntimeException panne) {
            JOURNAL.warn("Bail non prolongé, nouvel essai à la prochaine période", panne);
        }
    }
}
