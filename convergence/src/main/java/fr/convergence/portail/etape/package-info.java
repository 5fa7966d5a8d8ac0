/** Remplir une étape, l'enregistrer au fil de l'eau, la relire, la transmettre. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "acces",
            "acte",
            "candidat",
            "contact",
            "conteneur",
            "definition",
            "dossier",
            "etablissement",
            "formulaire",
            "guichet",
            "lieu",
            "piece",
            "plafond",
            "question",
            "rib",
            "saisie"
        })
package fr.convergence.portail.etape;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
