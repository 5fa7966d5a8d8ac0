package fr.convergence.socle.tache;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Un fil de chaque nœud, qui vide une file tenue dans la base, réveillé par {@link #reveilApresTransaction()} et, au plus tard, à
 * chaque scrutation : les courriels seuls (décision 0064). Tout autre travail de fond est une {@link TachePeriodique}.
 */
public final class Boucle implements SmartLifecycle {

    private static final Logger JOURNAL = LoggerFactory.getLogger(Boucle.class);
    private static final Duration PAUSE_APRES_ECHEC = Duration.ofSeconds(5);

    private final String nom;
    private final Duration scrutation;
    private final BooleanSupplier travail;
    private final Semaphore reveil = new Semaphore(0);
    private volatile boolean active;
    private volatile boolean seule = true;
    private Thread fil = Thread.ofPlatform().unstarted(() -> {});

    /** @param travail traite un lot et dit s'il en reste peut-être */
    public Boucle(String nom, Duration scrutation, BooleanSupplier travail) {
        this.nom = nom;
        this.scrutation = scrutation;
        this.travail = travail;
    }

    /** Sur un nœud sans travaux de fond, le bean est là et ne part pas avec l'application. */
    public Boucle siActives(boolean actives) {
        seule = actives;
        return this;
    }

    /** Demande un passage dès que la transaction en cours est validée, ou tout de suite s'il n'y en a pas. */
    public void reveilApresTransaction() {
        ApresTransaction.faire(reveil::release);
    }

    @Override
    public boolean isAutoStartup() {
        return seule;
    }

    @Override
    public void start() {
        active = true;
        fil = Thread.ofPlatform().daemon().name(nom).start(this::tourner);
    }

    @Override
    public void stop() {
        active = false;
        reveil.release();
        try {
            fil.join(Duration.ofSeconds(10));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return active;
    }

    private void tourner() {
        while (active) {
            try {
                while (active && travail.getAsBoolean()) {
                    // Il en reste : on recommence aussitôt.
                }
                attendre(scrutation);
            } catch (RuntimeException | Error echec) {
                // Une erreur aussi : le fil arrêté, plus rien ne se ferait sur ce nœud, et personne ne le saurait.
                JOURNAL.error("{} : passage interrompu, repris dans {}", nom, PAUSE_APRES_ECHEC, echec);
                attendre(PAUSE_APRES_ECHEC);
            }
        }
    }

    private void attendre(Duration duree) {
        try {
            if (reveil.tryAcquire(duree.toMillis(), TimeUnit.MILLISECONDS)) {
                reveil.drainPermits();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            active = false;
        }
    }
}
