package fr.convergence.portail.profil;

import fr.convergence.portail.acces.Role;
import fr.convergence.socle.profil.Rubrique;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ce que ce paquet met au menu de « Votre compte ». */
@Configuration(proxyBeanMethods = false)
class RubriquesDuPortail {

    @Bean
    Rubrique rubriqueDesInformations() {
        return new Rubrique("profil.informations", ProfilController.COMPTE, 10);
    }

    @Bean
    Rubrique rubriqueDesEtablissements() {
        return new Rubrique("profil.etablissements", EtablissementsController.CHEMIN, Role.parmi(Role.REFERENT), 30);
    }

    @Bean
    Rubrique rubriqueDesDonnees() {
        return new Rubrique("profil.donnees", DonneesController.CHEMIN, 50);
    }
}
