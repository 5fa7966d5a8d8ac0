package fr.convergence.isc.declarant;

import fr.convergence.socle.page.Erreurs;
import org.jspecify.annotations.Nullable;

/**
 * Ce que montrent les champs « Informations personnelles ».
 *
 * @param controlePasse vrai quand le contrôle de sécurité n’est plus à faire
 * @param captcha le défi à montrer, nul quand il n’y en a pas
 */
public record ChampsDeDeclarant(
        SaisieDeDeclarant saisie,
        Erreurs erreurs,
        boolean controlePasse,
        @Nullable String captcha) {}
