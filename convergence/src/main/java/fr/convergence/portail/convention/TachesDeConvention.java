package fr.convergence.portail.convention;

import fr.convergence.socle.page.Message;
import fr.convergence.socle.sonde.Veille;
import fr.convergence.socle.sonde.Veille.Constat;
import fr.convergence.socle.tache.TachePeriodique;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Les travaux de fond de ce paquet. */
@Configuration(proxyBeanMethods = false)
class TachesDeConvention {

    static final String ENVOI = "convention-envoi";
    static final String PRESTATAIRE = "convention-prestataire";

    /** Où l'opérateur lit ce qui est arrivé à un dossier. */
    private static final String JOURNAL = "/administration/journal?sorte=dossier&objet=";

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
    Veille conventionsBloquees(Confiees confiees) {
        return new Veille(() -> confiees.bloquees().stream()
                .map(reference -> new Constat(
                        new Message("convention.bloquee"),
                        new Message("convention.bloquee.quoi", reference),
                        JOURNAL + reference))
                .toList());
    }

    @Bean
    TachePeriodique suiviDesConventions(SuivreConventions suivre) {
        return new TachePeriodique("convention-suivi", Duration.ofMinutes(10), suivre::passer);
    }
}
