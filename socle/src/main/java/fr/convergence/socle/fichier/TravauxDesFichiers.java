package fr.convergence.socle.fichier;

import fr.convergence.socle.tache.Reveils;
import fr.convergence.socle.tache.TachePeriodique;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Les travaux de fond : analyser ce qui arrive, effacer ce qui est abandonné, prévenir de ce qui attend. */
@Configuration(proxyBeanMethods = false)
class TravauxDesFichiers {

    private static final Logger JOURNAL = LoggerFactory.getLogger(TravauxDesFichiers.class);

    private static final String ANALYSE = "fichier-analyse";

    /** Un fichier reçu réveille l'analyse ; la scrutation reprend ceux d'un nœud mort ou d'un antivirus revenu. */
    private static final Duration SCRUTATION = Duration.ofSeconds(5);

    private static final Duration BALAYAGE = Duration.ofMinutes(15);
    private static final Duration SURVEILLANCE = Duration.ofMinutes(1);

    @Bean
    TachePeriodique analyseDesFichiers(Analyse analyse) {
        return TachePeriodique.parLots(ANALYSE, SCRUTATION, () -> analyse.analyserLot() > 0);
    }

    @Bean
    Reveil reveilDeLAnalyse(Reveils reveils) {
        return new Reveil(reveils);
    }

    @Bean
    TachePeriodique balayageDesFichiers(Fichiers fichiers) {
        return new TachePeriodique("fichier-balayage", BALAYAGE, tranche -> {
            var efface = fichiers.balayer(tranche);
            if (efface > 0) {
                JOURNAL.info("{} envois abandonnés ou objets orphelins effacés", efface);
            }
            return efface > 0 && tranche.finie();
        });
    }

    /** Un antivirus qu'on vient de régler, ou qui revient, rattrape ce qui fut reçu sans lui. */
    @Bean
    TachePeriodique repriseDeLAnalyse(Analyse analyse) {
        return new TachePeriodique("fichier-reprise", SURVEILLANCE, () -> {
            var repris = analyse.reprendre();
            if (repris > 0) {
                JOURNAL.info("{} fichiers non analysés remis en file", repris);
            }
        });
    }

    @Bean
    TachePeriodique surveillanceDeLAnalyse(Analyse analyse) {
        return new TachePeriodique("fichier-surveillance", SURVEILLANCE, () -> {
            var enRetard = analyse.enRetard();
            if (enRetard > 0) {
                JOURNAL.warn("{} fichiers attendent leur analyse depuis plus de cinq minutes", enRetard);
            }
        });
    }

    record Reveil(Reveils reveils) {

        @EventListener
        void recu(FichierRecu fait) {
            reveils.apresTransaction(ANALYSE);
        }
    }
}
