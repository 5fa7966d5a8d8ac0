package fr.convergence.socle.envoi;

import fr.convergence.socle.tache.TachePeriodique;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Oublie les clés des formulaires que plus aucune session ne peut renvoyer. */
@Configuration
class PurgeDesEnvois {

    @Bean
    TachePeriodique purgerLesEnvois(EnvoisUniques envois) {
        return new TachePeriodique("envoi-purge", Duration.ofHours(1), envois::purger);
    }
}
