/**
 * Les courriels qui suivent chaque acte d'un dossier, les rappels d'échéance, ce que chacun de l'équipe reçoit réuni, le
 * relevé des problèmes ; personne n'en dépend.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "acces",
            "acte",
            "compte",
            "convention",
            "definition",
            "dossier",
            "guichet",
            "instruction",
            "messagerie"
        })
package fr.convergence.portail.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
