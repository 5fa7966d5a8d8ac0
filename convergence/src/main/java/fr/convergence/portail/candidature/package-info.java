/** Remplir une étape, l'enregistrer au fil de l'eau, la relire, la transmettre. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "acces",
            "candidat",
            "definition",
            "dossier",
            "etablissement",
            "formulaire",
            "guichet",
            "piece",
            "question",
            "transfert"
        })
package fr.convergence.portail.candidature;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
