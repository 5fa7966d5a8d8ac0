package fr.convergence.socle.chiffrement;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Charge le trousseau au démarrage et donne à chacun la clé de son usage ; un service sans clés ne démarre pas. */
@Configuration(proxyBeanMethods = false)
class Cles {

    @Bean
    Trousseau trousseau(ReglagesCles reglages) {
        return reglages.creer() ? Trousseau.chargerOuCreer(reglages.fichier()) : Trousseau.charger(reglages.fichier());
    }

    @Bean
    Coffre coffre(Trousseau trousseau) {
        return trousseau.enCoffre();
    }

    @Bean
    Sceau sceau(Trousseau trousseau) {
        return trousseau.enSceau();
    }

    @Bean
    Empreintes empreintesDesSessions(Trousseau trousseau) {
        return trousseau.enEmpreintes("session");
    }

    @Bean
    Empreintes empreintesDesIban(Trousseau trousseau) {
        return trousseau.enEmpreintes("iban");
    }

    @Bean
    Empreintes empreintesDesJetons(Trousseau trousseau) {
        return trousseau.enEmpreintes("jeton");
    }
}
