/** Demander de reprendre un dossier que tient un autre référent du même établissement : il répond, ou l'opérateur tranche (TRF-3). */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "acces",
            "acte",
            "candidat",
            "compte",
            "definition",
            "dossier",
            "etablissement",
            "guichet",
            "piece",
            "transfert"
        })
package fr.convergence.portail.reprise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
