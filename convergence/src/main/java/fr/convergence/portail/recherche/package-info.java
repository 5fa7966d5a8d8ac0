/** La recherche d'un dossier transmis par tout ce qui y est écrit : son index, tenu dans la transaction de chaque acte. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "acte",
            "compte",
            "contact",
            "dossier",
            "etablissement",
            "etape",
            "formulaire",
            "guichet",
            "lieu",
            "question",
            "registre",
            "saisie"
        })
package fr.convergence.portail.recherche;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
