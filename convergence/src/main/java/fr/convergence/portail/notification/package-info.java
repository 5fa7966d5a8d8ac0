/** Les courriels qui suivent chaque acte d'un dossier, et les rappels d'échéance ; personne n'en dépend. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "acces",
            "acte",
            "compte",
            "definition",
            "dossier",
            "guichet",
            "instruction",
            "messagerie"
        })
package fr.convergence.portail.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
