package fr.convergence.socle.courriel;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Au nom de qui les courriels partent (NOT-2), et l'adresse publique du site, d'où se font leurs liens.
 *
 * @param adresse adresse de l'expéditeur
 * @param nom nom affiché
 * @param reponseA où arrivent les réponses
 * @param site adresse publique du site, sans barre finale
 */
@ConfigurationProperties("convergence.courriel")
public record Expediteur(
        @DefaultValue("ne-pas-repondre@convergence.example") String adresse,
        @DefaultValue("Convergence") String nom,
        @DefaultValue("support@convergence.example") String reponseA,
        @DefaultValue("http://localhost:8080") String site) {}
