package fr.convergence.portail.convention;

import fr.convergence.socle.tache.TachePeriodique;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Les travaux de fond de ce paquet. */
@Configuration(proxyBeanMethods = false)
class TachesDeConvention {

    static final String ENVOI = "convention-envoi";

    @Bean
    TachePeriodique envoiDesConventions(EnvoyerConvention envoyer) {
        return new TachePeriodique(ENVOI, Duration.ofMinutes(1), envoyer::parcourir);
    }

    @Bean
    TachePeriodique suiviDesConventions(SuivreConventions suivre) {
        return new TachePeriodique("convention-suivi", Duration.ofMinutes(10), suivre::passer);
    }
}
