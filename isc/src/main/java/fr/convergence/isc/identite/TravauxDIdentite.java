package fr.convergence.isc.identite;

import fr.convergence.isc.acte.ActeDIsc;
import fr.convergence.isc.acte.ActeDIsc.VideosEffacees;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.tache.TachePeriodique;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ce que le temps fait aux vérifications : celles que la personne n'a pas finies expirent, les vidéos s'effacent. */
@Component
final class TravauxDIdentite {

    private static final int LOT = 50;

    private final Verifications verifications;
    private final SequencesFilmees sequences;
    private final Passages passages;
    private final Journal journal;
    private final ReglagesDIdentite reglages;
    private final TransactionTemplate transaction;
    private final Clock horloge;

    TravauxDIdentite(
            Verifications verifications,
            SequencesFilmees sequences,
            Passages passages,
            Journal journal,
            ReglagesDIdentite reglages,
            TransactionTemplate transaction,
            Clock horloge) {
        this.verifications = verifications;
        this.sequences = sequences;
        this.passages = passages;
        this.journal = journal;
        this.reglages = reglages;
        this.transaction = transaction;
        this.horloge = horloge;
    }

    /** @return vrai s'il en reste peut-être */
    boolean expirer() {
        var passees = verifications.aExpirer(LOT);
        passees.forEach(id -> transaction.executeWithoutResult(_ -> expirer(id)));
        return passees.size() == LOT;
    }

    private void expirer(UUID id) {
        verifications
                .prendre(id)
                .filter(verification -> verification.etat().attendLaPersonne()
                        && !verification.expireLe().isAfter(horloge.instant()))
                .ifPresent(verification -> passages.passer(verification.expirer(horloge.instant()), Journal.SYSTEME));
    }

    /** @return vrai s'il en reste peut-être */
    boolean effacer() {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var decideesAvant = Timestamp.from(horloge.instant().minus(reglages.conservation()));
            var lot = sequences.aEffacer(decideesAvant, LOT);
            for (var id : lot) {
                sequences.effacer(id);
                sequences.effacees(id);
                journal.ecrire(ActeDIsc.chaineDIdentite(id), Journal.SYSTEME, new VideosEffacees());
            }
            return lot.size() == LOT;
        }));
    }

    @Configuration(proxyBeanMethods = false)
    static class EnFond {

        @Bean
        TachePeriodique verificationsExpirees(TravauxDIdentite travaux) {
            return TachePeriodique.parLots("identite-expiration", Duration.ofMinutes(10), travaux::expirer);
        }

        @Bean
        TachePeriodique videosAEffacer(TravauxDIdentite travaux) {
            return TachePeriodique.parLots("identite-effacement", Duration.ofHours(1), travaux::effacer);
        }
    }
}
