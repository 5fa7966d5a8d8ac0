/** L'instruction : la liste de travail des vérificateurs, le dossier tel qu'ils le lisent, leurs décisions. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "acces",
            "acte",
            "avis",
            "candidat",
            "compte",
            "concertation",
            "contact",
            "convention",
            "definition",
            "dossier",
            "etablissement",
            "etape",
            "formulaire",
            "guichet",
            "lieu",
            "messagerie",
            "ouverture",
            "paiement",
            "piece",
            "question",
            "recherche",
            "rib",
            "saisie"
        })
package fr.convergence.portail.instruction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
