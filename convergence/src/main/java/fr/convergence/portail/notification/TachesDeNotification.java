package fr.convergence.portail.notification;

import fr.convergence.socle.tache.TachePeriodique;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Les travaux de fond de ce paquet. */
@Configuration(proxyBeanMethods = false)
class TachesDeNotification {

    @Bean
    TachePeriodique envoiDesRappels(RappelsDEcheance rappels) {
        return new TachePeriodique("notification-rappels", Duration.ofMinutes(30), rappels::envoyer);
    }
}
