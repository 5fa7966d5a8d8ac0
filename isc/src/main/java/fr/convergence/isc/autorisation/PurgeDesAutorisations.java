package fr.convergence.isc.autorisation;

import fr.convergence.socle.tache.TachePeriodique;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Efface les jetons et les preuves que le temps a périmés, par lots. */
@Configuration(proxyBeanMethods = false)
class PurgeDesAutorisations {

    private static final int LOT = 1000;

    @Bean
    TachePeriodique purgerLesAutorisations(JetonsEmis jetons, PreuvesUneFois preuves) {
        return TachePeriodique.parLots(
                "autorisation-purge", Duration.ofMinutes(5), () -> jetons.purger(LOT) | preuves.purger(LOT));
    }
}
