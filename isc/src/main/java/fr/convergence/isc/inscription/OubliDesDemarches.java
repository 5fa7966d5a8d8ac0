package fr.convergence.isc.inscription;

import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.tache.TachePeriodique;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Oublie les inscriptions laissées en chemin, et celles dont la décision est ancienne, avec leur document. */
@Configuration(proxyBeanMethods = false)
class OubliDesDemarches {

    @Bean
    TachePeriodique oubliDesInscriptions(Demarches demarches, Fichiers fichiers, TransactionTemplate transaction) {
        return TachePeriodique.parLots(
                "inscription-oubli",
                Duration.ofMinutes(5),
                () -> Boolean.TRUE.equals(transaction.execute(_ -> oublierUne(demarches, fichiers))));
    }

    static boolean oublierUne(Demarches demarches, Fichiers fichiers) {
        var oubliee = demarches.oublierUne();
        oubliee.ifPresent(inscription -> {
            if (inscription.document() != null) {
                fichiers.supprimer(inscription.document());
            }
        });
        return oubliee.isPresent();
    }
}
