package fr.convergence.socle.tache;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Avance à maintenant l'heure d'un travail. À part de qui le demande, qui tient encore sa connexion : un instant de presse les
 * prendrait toutes, chacun en attendant une seconde.
 */
final class Reveilleur implements AutoCloseable {

    private static final Logger JOURNAL = LoggerFactory.getLogger(Reveilleur.class);

    /** Un travail en cours, ici ou ailleurs, a peut-être fini de lire sa file : il repasse derrière lui-même. */
    private static final Duration REDEMANDER = Duration.ofMillis(200);

    private final SchedulerClient ordonnanceur;
    private final Clock horloge;
    private final Set<String> demandes = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService fil = fil();

    Reveilleur(SchedulerClient ordonnanceur, Clock horloge) {
        this.ordonnanceur = ordonnanceur;
        this.horloge = horloge;
    }

    void demander(String travail) {
        demander(travail, Duration.ZERO);
    }

    private void demander(String travail, Duration dans) {
        if (demandes.add(travail)) {
            fil.schedule(() -> avancer(travail), dans.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void avancer(String travail) {
        demandes.remove(travail);
        try {
            if (!ordonnanceur.reschedule(TaskInstanceId.of(travail, RecurringTask.INSTANCE), horloge.instant())) {
                demander(travail, REDEMANDER);
            }
        } catch (TaskInstanceCurrentlyExecutingException | ExecutionException _) {
            // Il tourne, ou vient de partir (ou d'être réveillé ailleurs) entre sa lecture et l'écriture de son heure.
            demander(travail, REDEMANDER);
        } catch (RuntimeException panne) {
            JOURNAL.warn("Travail {} non réveillé : il passera à son heure", travail, panne);
        }
    }

    /** Ce qui se demande quand ce nœud s'arrête attend l'heure du travail, sur un autre. */
    private static ScheduledExecutorService fil() {
        return new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().factory(), new ThreadPoolExecutor.DiscardPolicy());
    }

    @Override
    public void close() {
        fil.shutdownNow();
    }
}
