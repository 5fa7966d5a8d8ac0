package fr.convergence.socle.tache;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Fait tourner les {@link TachePeriodique}s ; un nœud qui meurt est relayé par les autres. */
@Component
final class Taches implements SmartLifecycle {

    private static final int FILS = 2;
    private static final Duration SCRUTATION = Duration.ofSeconds(5);

    private final DataSource source;
    private final List<TachePeriodique> taches;
    private final boolean actives;
    private volatile boolean enMarche;
    private Scheduler ordonnanceur;

    Taches(
            DataSource source,
            List<TachePeriodique> taches,
            @Value("${convergence.taches.actives:true}") boolean actives) {
        this.source = source;
        this.taches = taches;
        this.actives = actives;
        this.ordonnanceur = construire();
    }

    @Override
    public boolean isAutoStartup() {
        return actives;
    }

    @Override
    public void start() {
        ordonnanceur.start();
        enMarche = true;
    }

    @Override
    public void stop() {
        ordonnanceur.stop();
        ordonnanceur = construire();
        enMarche = false;
    }

    @Override
    public boolean isRunning() {
        return enMarche;
    }

    private Scheduler construire() {
        return Scheduler.create(source)
                .startTasks(taches.stream().map(Taches::periodique).toList())
                .tableName("tache")
                .threads(FILS)
                .pollingInterval(SCRUTATION)
                .build();
    }

    private static RecurringTask<Void> periodique(TachePeriodique tache) {
        return Tasks.recurring(tache.nom(), FixedDelay.of(tache.toutesLes()))
                .execute((instance, contexte) -> tache.travail().run());
    }
}
