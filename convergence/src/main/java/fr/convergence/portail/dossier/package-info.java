/** Le dossier : ses étapes, leurs états et leurs passages, son référent, son historique. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "acces",
            "acte",
            "candidat",
            "compte",
            "definition",
            "etablissement",
            "formulaire",
            "guichet",
            "lieu",
            "question"
        })
package fr.convergence.portail.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
