package fr.convergence.portail.inscription;

import fr.convergence.socle.tache.TachePeriodique;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Oublie les inscriptions laissées en chemin. */
@Configuration
class PurgeDesBrouillons {

    @Bean
    TachePeriodique oubliDesBrouillons(Brouillons brouillons) {
        return new TachePeriodique("inscription-purge", Duration.ofMinutes(5), brouillons::purger);
    }
}
