/** Qui tient et qui l'on joint : les contacts d'un dossier, corrigibles même après sa transmission. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "acces",
            "acte",
            "compte",
            "definition",
            "dossier",
            "formulaire",
            "guichet",
            "lieu",
            "question",
            "saisie"
        })
package fr.convergence.portail.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
