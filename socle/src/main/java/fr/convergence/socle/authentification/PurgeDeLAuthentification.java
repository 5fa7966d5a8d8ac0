package fr.convergence.socle.authentification;

import fr.convergence.socle.tache.TachePeriodique;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Efface les compteurs oubliés et les appareils qu'on n'a plus vus. */
@Configuration
class PurgeDeLAuthentification {

    @Bean
    TachePeriodique purgerLAuthentification(Freins freins, Appareils appareils) {
        return new TachePeriodique("authentification-purge", Duration.ofHours(1), () -> {
            freins.purger();
            appareils.purger();
        });
    }
}
