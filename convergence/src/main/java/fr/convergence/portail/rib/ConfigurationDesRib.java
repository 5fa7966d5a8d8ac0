package fr.convergence.portail.rib;

import fr.convergence.socle.tache.TachePeriodique;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Le travail de fond de ce paquet. */
@Configuration(proxyBeanMethods = false)
class ConfigurationDesRib {

    @Bean
    TachePeriodique lectureDesRib(LireRib lire) {
        return TachePeriodique.parLots(LireRib.TRAVAIL, Duration.ofSeconds(30), lire::lireUn);
    }
}
