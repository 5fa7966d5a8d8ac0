package fr.convergence.portail.recherche;

import fr.convergence.socle.tache.Reveils;
import fr.convergence.socle.tache.TachePeriodique;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Les travaux de fond de ce paquet. */
@Configuration(proxyBeanMethods = false)
class TravauxDeLaRecherche {

    @Bean
    TachePeriodique relireLesDossiers(RelectureDesDossiers relecture) {
        return TachePeriodique.parLots(RelectureDesDossiers.TRAVAIL, Duration.ofSeconds(5), relecture::relireUnLot);
    }

    @Bean
    TachePeriodique reprendreLeParcours(ParcoursDesDossiers parcours, Reveils reveils) {
        return new TachePeriodique("recherche-parcours", Duration.ofMinutes(30), tranche -> {
            var reste = parcours.avancer(tranche);
            reveils.apresTransaction(RelectureDesDossiers.TRAVAIL);
            return reste;
        });
    }

    @Bean
    TachePeriodique oublierLesMotsQuittes(MotsQuittes mots) {
        return TachePeriodique.parLots("recherche-mots", Duration.ofMinutes(10), mots::oublierUnMot);
    }
}
