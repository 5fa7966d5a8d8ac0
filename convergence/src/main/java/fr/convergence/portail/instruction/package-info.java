/** L'instruction : la liste de travail des vérificateurs, le dossier tel qu'ils le lisent, leurs décisions. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "acces",
            "candidat",
            "candidature",
            "compte",
            "definition",
            "dossier",
            "etablissement",
            "formulaire",
            "guichet",
            "piece",
            "question",
            "recherche",
            "transfert"
        })
package fr.convergence.portail.instruction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
