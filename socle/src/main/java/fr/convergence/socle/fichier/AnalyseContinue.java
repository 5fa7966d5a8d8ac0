package fr.convergence.socle.fichier;

import fr.convergence.socle.tache.Boucle;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Analyse les fichiers dès qu'ils arrivent, sur chaque nœud. */
@Component
final class AnalyseContinue implements SmartLifecycle {

    /** Ce qu'attend au plus un fichier remis à plus tard, ou laissé par un nœud tué. */
    private static final Duration SCRUTATION = Duration.ofSeconds(2);

    private final boolean actif;
    private final Boucle boucle;

    AnalyseContinue(Analyse analyse, @Value("${convergence.taches.actives:true}") boolean actif) {
        this.actif = actif;
        this.boucle = new Boucle("fichier-analyse", SCRUTATION, () -> analyse.analyserLot() > 0);
    }

    @EventListener
    void bientot(FichierRecu fait) {
        boucle.reveilApresTransaction();
    }

    @Override
    public boolean isAutoStartup() {
        return actif;
    }

    @Override
    public void start() {
        boucle.start();
    }

    @Override
    public void stop() {
        boucle.stop();
    }

    @Override
    public boolean isRunning() {
        return boucle.isRunning();
    }
}
