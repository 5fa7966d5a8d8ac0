/** Le montant plafond de chaque candidat, par guichet : l'opérateur l'importe, un formulaire et ses contrôles le citent. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "acces",
            "acte",
            "candidat",
            "definition",
            "etablissement",
            "guichet",
            "question",
            "tableur"
        })
package fr.convergence.portail.plafond;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
