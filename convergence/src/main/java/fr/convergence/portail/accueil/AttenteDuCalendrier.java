package fr.convergence.portail.accueil;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Aucun guichet tant que le paquet guichet ne publie pas de calendrier. */
@Configuration
class AttenteDuCalendrier {

    @Bean
    CalendrierDesGuichets aucunGuichet() {
        return List::of;
    }
}
