package fr.convergence.socle.session;

import fr.convergence.socle.tache.TachePeriodique;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Efface les sessions finies. */
@Configuration
class PurgeDesSessions {

    @Bean
    TachePeriodique purgerLesSessions(Sessions sessions) {
        return new TachePeriodique("session-purge", Duration.ofMinutes(5), sessions::purger);
    }
}
