package fr.convergence.socle.chiffrement;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Où sont les clés.
 *
 * @param fichier le trousseau, hors du dépôt des fichiers et de la base : qui a l'un ne doit pas avoir l'autre
 * @param creer vrai pour fabriquer le trousseau s'il manque (premier démarrage d'une démonstration)
 */
@ConfigurationProperties("convergence.cles")
record ReglagesCles(
        @DefaultValue("donnees/cles.json") Path fichier,
        @DefaultValue("false") boolean creer) {}
