package fr.convergence.portail.compte;

import fr.convergence.socle.tache.TachePeriodique;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Efface les inscriptions qu'aucune activation n'a suivies : rien de personnel n'en reste, le nom redevient libre. */
@Configuration
class PurgeDesInscriptions {

    private static final Duration ATTENTE = Duration.ofDays(7);

    @Bean
    TachePeriodique purgerLesInscriptions(Comptes comptes, Clock horloge) {
        return new TachePeriodique(
                "compte-purge",
                Duration.ofHours(6),
                () -> comptes.effacerEnAttenteDAvant(horloge.instant().minus(ATTENTE)));
    }
}
