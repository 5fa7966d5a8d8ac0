/** Commencer une étape des réponses d'un ancien dossier du même candidat (DOS-12) : ce qui se reprend est à vérifier. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "acces",
            "acte",
            "contact",
            "definition",
            "dossier",
            "etablissement",
            "formulaire",
            "guichet",
            "lieu",
            "piece",
            "question",
            "saisie"
        })
package fr.convergence.portail.reconduction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
