/** L'espace du référent : son tableau de bord, candidater, la vue d'ensemble d'un dossier. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "acces",
            "attente",
            "candidat",
            "compte",
            "contact",
            "convention",
            "definition",
            "dossier",
            "etablissement",
            "etape",
            "guichet",
            "messagerie",
            "paiement",
            "question",
            "reprise"
        })
package fr.convergence.portail.tableaudebord;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
