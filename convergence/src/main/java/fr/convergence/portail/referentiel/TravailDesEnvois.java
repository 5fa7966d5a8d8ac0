package fr.convergence.portail.referentiel;

import fr.convergence.portail.registre.HistoriqueDesImports;
import fr.convergence.socle.tache.Boucle;
import fr.convergence.socle.tache.TachePeriodique;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Fait tourner {@link TraiterEnvoi}, sur un nœud à la fois. */
@Component
final class TravailDesEnvois {

    /** Un envoi réveille le fil ; la scrutation reprend ceux d'un nœud mort. */
    private static final Duration SCRUTATION = Duration.ofSeconds(10);

    private static final Duration OUBLI = Duration.ofDays(7);

    private final Boucle boucle;

    TravailDesEnvois(TraiterEnvoi traiter) {
        this.boucle = new Boucle("referentiel", SCRUTATION, traiter::executer);
    }

    void bientot() {
        boucle.reveilApresTransaction();
    }

    @Configuration(proxyBeanMethods = false)
    static class EnFond {

        @Bean
        Boucle filDesEnvois(TravailDesEnvois travail, @Value("${convergence.taches.actives:true}") boolean actives) {
            return travail.boucle.siActives(actives);
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
}
