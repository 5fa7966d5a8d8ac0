package fr.convergence.socle.secondfacteur;

import fr.convergence.socle.profil.Rubrique;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ce que ce paquet met au menu de « Votre compte ». */
@Configuration(proxyBeanMethods = false)
class RubriqueDuSecondFacteur {

    @Bean
    Rubrique secondFacteurAuMenu() {
        return new Rubrique("secondfacteur", SecondFacteurController.CHEMIN, 23);
    }
}
