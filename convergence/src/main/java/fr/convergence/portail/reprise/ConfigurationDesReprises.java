package fr.convergence.portail.reprise;

import fr.convergence.portail.acces.Role;
import fr.convergence.socle.profil.Rubrique;
import fr.convergence.socle.tache.TachePeriodique;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Le travail de fond de ce paquet, et sa place dans « Votre compte ». */
@Configuration(proxyBeanMethods = false)
class ConfigurationDesReprises {

    @Bean
    TachePeriodique travailDesReprises(SuiviDesReprises suivi) {
        return new TachePeriodique("reprise-suivi", Duration.ofMinutes(10), suivi::suivre);
    }

    @Bean
    Rubrique rubriqueDesReprises() {
        return new Rubrique("reprise.titre", ReprisesController.CHEMIN, Role.parmi(Role.REFERENT), 35);
    }
}
