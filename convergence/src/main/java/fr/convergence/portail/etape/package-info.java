/** Remplir une étape, l'enregistrer au fil de l'eau, la relire, la transmettre. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "acces",
            "acte",
            "candidat",
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
package fr.convergence.portail.etape;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
