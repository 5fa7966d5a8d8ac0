/** La recherche d'un dossier transmis par tout ce qui y est écrit : son index, tenu dans la transaction de chaque acte. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "candidature",
            "compte",
            "dossier",
            "etablissement",
            "formulaire",
            "guichet",
            "question",
            "registre",
            "transfert"
        })
package fr.convergence.portail.recherche;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
