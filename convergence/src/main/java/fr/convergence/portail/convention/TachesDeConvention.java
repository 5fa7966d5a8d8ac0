package fr.convergence.portail.convention;

import fr.convergence.socle.tache.TachePeriodique;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Les travaux de fond de ce paquet. */
@Configuration(proxyBeanMethods = false)
class TachesDeConvention {

    static final String ENVOI = "convention-envoi";
    static final String PRESTATAIRE = "convention-prestataire";

    @Bean
    TachePeriodique envoiDesConventions(EnvoyerConvention envoyer) {
        return new TachePeriodique(ENVOI, Duration.ofMinutes(1), envoyer::parcourir);
    }

    /** Le prestataire prévient ; quand il ne le fait pas, on va voir. */
    @Bean
    TachePeriodique conventionsConfiees(SuivreLePrestataire suivre) {
        return new TachePeriodique(PRESTATAIRE, Duration.ofMinutes(5), suivre::passer);
    }

    @Bean
    TachePeriodique suiviDesConventions(SuivreConventions suivre) {
        return new TachePeriodique("convention-suivi", Duration.ofMinutes(10), suivre::passer);
    }
}
