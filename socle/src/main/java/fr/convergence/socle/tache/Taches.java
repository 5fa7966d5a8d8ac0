package fr.convergence.socle.tache;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
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

    /** Un import tient le sien des minutes, un antivirus qui tarde aussi : les autres travaux ne les attendent pas. */
    static final int FILS = 6;
    /** Ce qui n'a pas été réveillé ici : à son heure, ou le reste d'un nœud mort. */
    private static final Duration SCRUTATION = Duration.ofSeconds(5);
    /**
     * Quatre battements manqués, et un nœud est tenu pour mort : son travail reprend ailleurs en moins de vingt secondes. L'heure est
     * celle de la base : deux machines en désaccord se croiraient mortes.
     */
    private static final Duration BATTEMENT = Duration.ofSeconds(3);

    private static final int BATTEMENTS_MANQUES = 4;
    /** Une tranche finit d'elle-même ; ce qui dure plus est interrompu, et se refait. */
    private static final Duration ARRET = Duration.ofSeconds(10);
    /** Ce que les autres travaux attendent, au plus, derrière celui qui a beaucoup à faire. */
    private static final Duration TRANCHE = Duration.ofSeconds(2);

    private final DataSource source;
    private final List<TachePeriodique> taches;
    private final Reveils reveils;
    private final Clock horloge;
    private final boolean actives;
    private final Duration scrutation;
    private final Duration tranche;
    private volatile boolean enMarche;
    private Scheduler ordonnanceur;
    private Reveilleur reveilleur;

    @Autowired
    Taches(
            DataSource source,
            List<TachePeriodique> taches,
            Reveils reveils,
            Clock horloge,
            @Value("${convergence.taches.actives:true}") boolean actives) {
        this(source, taches, reveils, horloge, actives, SCRUTATION, TRANCHE);
    }

    Taches(
            DataSource source,
            List<TachePeriodique> taches,
            Reveils reveils,
            Clock horloge,
            boolean actives,
            Duration scrutation,
            Duration tranche) {
        this.source = source;
        this.taches = taches;
        this.reveils = reveils;
        this.horloge = horloge;
        this.actives = actives;
        this.scrutation = scrutation;
        this.tranche = tranche;
        this.ordonnanceur = construire();
        this.reveilleur = new Reveilleur(ordonnanceur, horloge);
    }

    @Override
    public boolean isAutoStartup() {
        return actives;
    }

    @Override
    public void start() {
        ordonnanceur.start();
        reveils.vers(reveilleur::demander);
        enMarche = true;
    }

    @Override
    public void stop() {
        reveils.versPersonne();
        reveilleur.close();
        ordonnanceur.stop();
        ordonnanceur = construire();
        reveilleur = new Reveilleur(ordonnanceur, horloge);
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
                .clock(horloge::instant)
                .threads(FILS)
                .pollingInterval(scrutation)
                .enableImmediateExecution()
                .heartbeatInterval(BATTEMENT)
                .missedHeartbeatsLimit(BATTEMENTS_MANQUES)
                .shutdownMaxWait(ARRET)
                .build();
    }
}
