package fr.convergence.socle.sonde;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Fait tourner les {@link Sonde}s et retient ce que la dernière a trouvé. Une panne se dit une fois, et sa fin une fois. */
@Component
public final class Sondes implements SmartLifecycle {

    private static final Logger JOURNAL = LoggerFactory.getLogger(Sondes.class);

    /** Un essai qui n'a pas fini au bout de ce temps est une panne, sans attendre qu'il le dise. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<Sonde> sondes;
    private final Map<String, String> pannes = new ConcurrentHashMap<>();
    private final Map<String, Long> enCours = new ConcurrentHashMap<>();
    private final List<Thread> fils = new ArrayList<>();
    private volatile boolean active;

    Sondes(List<Sonde> sondes) {
        this.sondes = sondes;
    }

    public List<String> noms() {
        return sondes.stream().map(Sonde::nom).toList();
    }

    /** Ce qui empêche ce partenaire de servir ; vide s'il va bien ou n'a pas encore été essayé. */
    public Optional<String> panne(String nom) {
        var debut = enCours.get(nom);
        return debut != null && System.nanoTime() - debut > PATIENCE.toNanos()
                ? Optional.of("ne répond pas")
                : Optional.ofNullable(pannes.get(nom));
    }

    @Override
    public void start() {
        active = true;
        for (var sonde : sondes) {
            fils.add(Thread.ofPlatform().daemon().name("sonde-" + sonde.nom()).start(() -> tourner(sonde)));
        }
    }

    @Override
    public void stop() {
        active = false;
        fils.forEach(Thread::interrupt);
        fils.clear();
    }

    @Override
    public boolean isRunning() {
        return active;
    }

    private void tourner(Sonde sonde) {
        try {
            while (active) {
                essayer(sonde);
                Thread.sleep(sonde.toutesLes());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void essayer(Sonde sonde) throws InterruptedException {
        enCours.put(sonde.nom(), System.nanoTime());
        try {
            sonde.essai().essayer();
            if (pannes.remove(sonde.nom()) != null) {
                JOURNAL.info("« {} » est revenu", sonde.nom());
            }
        } catch (InterruptedException arret) {
            throw arret;
        } catch (Exception | Error echec) {
            var raison = echec.getMessage() == null ? echec.getClass().getSimpleName() : echec.getMessage();
            if (active && pannes.put(sonde.nom(), raison) == null) {
                JOURNAL.error("« {} » ne va pas : {}", sonde.nom(), raison);
            }
        } finally {
            enCours.remove(sonde.nom());
        }
    }
}
