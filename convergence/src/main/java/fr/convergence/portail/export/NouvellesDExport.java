package fr.convergence.portail.export;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Dit de temps en temps où en est un export, dans une transaction à part ; l'arrête quand le nœud s'arrête. */
final class NouvellesDExport implements LongConsumer {

    private static final Logger JOURNAL = LoggerFactory.getLogger(NouvellesDExport.class);

    private final Exports exports;
    private final DemandeDExport demande;
    private final TransactionTemplate aPart;
    private final Duration entreDeux;
    private long derniere = System.nanoTime();

    NouvellesDExport(Exports exports, DemandeDExport demande, TransactionTemplate aPart, Duration entreDeux) {
        this.exports = exports;
        this.demande = demande;
        this.aPart = aPart;
        this.entreDeux = entreDeux;
    }

    @Override
    public void accept(long faits) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Export " + demande.id() + " interrompu par l’arrêt du nœud");
        }
        if (System.nanoTime() - derniere >= entreDeux.toNanos()) {
            derniere = System.nanoTime();
            essayer(faits);
        }
    }

    /** Une nouvelle qui ne part pas n'ôte rien à ce qui est écrit. */
    private void essayer(long faits) {
        try {
            aPart.executeWithoutResult(_ -> exports.avancer(demande, faits));
        } catch (RuntimeException panne) {
            JOURNAL.warn("Avancement de l’export {} non dit, nouvel essai à une page suivante", demande.id(), panne);
        }
    }
}
