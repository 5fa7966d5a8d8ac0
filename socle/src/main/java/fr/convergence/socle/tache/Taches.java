package fr.convergence.socle.tache;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Fait tourner les {@link TachePeriodique}s ; un nœud qui meurt est relayé par les autres. */
@Component
final class Taches implements SmartLifecycle {

    private static final int FILS = 2;
    private static final Duration SCRUTATION = Duration.ofSeconds(5);
    /** Ce que les autres travaux attendent, au plus, derrière celui qui a beaucoup à faire. */
    private static final Duration TRANCHE = Duration.ofSeconds(2);

    private final DataSource source;
    private final List<TachePeriodique> taches;
    private final boolean actives;
    private final Duration scrutation;
    private final Duration tranche;
    private volatile boolean enMarche;
    private Scheduler ordonnanceur;

    @Autowired
    Taches(
            DataSource source,
            List<TachePeriodique> taches,
            @Value("${convergence.taches.actives:true}") boolean actives) {
        this(source, taches, actives, SCRUTATION, TRANCHE);
    }

    Taches(DataSource source, List<TachePeriodique> taches, boolean actives, Duration scrutation, Duration tranche) {
        this.source = source;
        this.taches = taches;
        this.actives = actives;
        this.scrutation = scrutation;
        this.tranche = tranche;
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
                .startTasks(taches.stream()
                        .map(tache -> new ParTranches(tache, tranche))
                        .toList())
                .tableName("tache")
                .threads(FILS)
                .pollingInterval(scrutation)
                .build();
    }
}
