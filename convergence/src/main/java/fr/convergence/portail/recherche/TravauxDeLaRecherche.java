package fr.convergence.portail.recherche;

import fr.convergence.socle.tache.Boucle;
import fr.convergence.socle.tache.TachePeriodique;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Les travaux de fond de ce paquet. */
@Configuration(proxyBeanMethods = false)
class TravauxDeLaRecherche {

    @Bean
    Boucle filDeLaRecherche(
            RelectureDesDossiers relecture, @Value("${convergence.taches.actives:true}") boolean actives) {
        return relecture.boucle().siActives(actives);
    }

    @Bean
    TachePeriodique reprendreLeParcours(ParcoursDesDossiers parcours, Boucle filDeLaRecherche) {
        return new TachePeriodique("recherche-parcours", Duration.ofMinutes(30), tranche -> {
            var reste = parcours.avancer(tranche);
            filDeLaRecherche.reveilApresTransaction();
            return reste;
        });
    }

    @Bean
    Boucle filDesMotsQuittes(MotsQuittes mots, @Value("${convergence.taches.actives:true}") boolean actives) {
        return mots.boucle().siActives(actives);
    }
}
