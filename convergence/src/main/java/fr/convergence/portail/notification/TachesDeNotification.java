package fr.convergence.portail.notification;

import fr.convergence.portail.acces.Role;
import fr.convergence.socle.profil.Rubrique;
import fr.convergence.socle.tache.TachePeriodique;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Les travaux de fond de ce paquet, et sa rubrique de « Votre compte ». */
@Configuration(proxyBeanMethods = false)
class TachesDeNotification {

    static final String RECAPITULATIFS = "notification-recapitulatifs";

    @Bean
    TachePeriodique recapitulatifsDus(Recapitulatifs recapitulatifs) {
        return new TachePeriodique(RECAPITULATIFS, Duration.ofMinutes(1), recapitulatifs::ecrire);
    }

    @Bean
    TachePeriodique releveDuMatin(ReleveDesProblemes releve) {
        return new TachePeriodique("notification-releve", Duration.ofMinutes(10), releve::ecrire);
    }

    @Bean
    Rubrique rubriqueDesNotifications() {
        return new Rubrique(
                "notification", NotificationsController.CHEMIN, Role.parmi(Role.ARS, Role.ANS, Role.OPERATEUR), 35);
    }

    @Bean
    TachePeriodique envoiDesRappels(RappelsDEcheance rappels) {
        return new TachePeriodique("notification-rappels", Duration.ofMinutes(30), rappels::envoyer);
    }
}
