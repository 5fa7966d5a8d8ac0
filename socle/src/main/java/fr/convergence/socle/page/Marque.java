package fr.convergence.socle.page;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * La marque affichée. Neutre par défaut : celle de l'État est réservée à l'administration et ne s'allume que chez un
 * exploitant qui y a droit.
 *
 * @param etat vrai pour afficher le bloc-marque de l'État
 * @param service nom du service
 * @param ligneDeBase phrase sous le nom
 * @param support adresse du support, affichée aux usagers
 */
@ConfigurationProperties("convergence.marque")
public record Marque(
        @DefaultValue("false") boolean etat,
        @DefaultValue("Convergence") String service,

        @DefaultValue("Le guichet numérique des acteurs de la e-santé")
        String ligneDeBase,

        @DefaultValue("support@convergence.example") String support) {}
