package fr.convergence.portail.referentiel;

import fr.convergence.portail.registre.HistoriqueDesImports;
import fr.convergence.socle.tache.TachePeriodique;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Les travaux de fond de ce paquet : {@link TraiterEnvoi}, sur un nœud à la fois, et l'oubli de ce que personne ne confirme. */
@Configuration(proxyBeanMethods = false)
class TravauxDuReferentiel {

    static final String TRAVAIL = "referentiel-envois";

    /** Un envoi réveille le travail ; la scrutation reprend ceux d'un nœud mort. */
    private static final Duration SCRUTATION = Duration.ofSeconds(10);

    private static final Duration OUBLI = Duration.ofDays(7);

    @Bean
    TachePeriodique traiterLesEnvois(TraiterEnvoi traiter) {
        return TachePeriodique.parLots(TRAVAIL, SCRUTATION, traiter::executer);
    }

    @Bean
    TachePeriodique envoisOublies(Envois envois, HistoriqueDesImports historique, Clock horloge) {
        return new TachePeriodique(
                "referentiel-oublies",
                Duration.ofHours(6),
                () -> envois.oublies(horloge.instant().minus(OUBLI)).forEach(id -> {
                    historique.abandonner(id);
                    envois.passer(id, EnvoiDuRegistre.Etat.VERIFIE, EnvoiDuRegistre.Etat.FINI);
                }));
    }
}
