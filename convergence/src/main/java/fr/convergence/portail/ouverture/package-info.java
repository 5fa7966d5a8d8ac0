/** L'ouverture d'une étape : ce que dit la condition de son guichet, à l'heure de sa fenêtre. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "acte",
            "convention",
            "definition",
            "dossier",
            "etablissement",
            "etape",
            "guichet",
            "plafond",
            "question"
        })
package fr.convergence.portail.ouverture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
