/** Ce qu'un vérificateur emporte de sa liste de travail : un tableau ou les pièces, fait en fond, gardé un jour. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "acces",
            "acte",
            "candidat",
            "compte",
            "concertation",
            "copie",
            "dossier",
            "formulaire",
            "guichet",
            "instruction",
            "question",
            "tableur"
        })
package fr.convergence.portail.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
