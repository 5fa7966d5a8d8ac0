/** Les conteneurs confidentiels : remis une fois avec leurs identifiants, rendus chiffrés, lus des seuls vérificateurs de l'ANS. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "acces",
            "acte",
            "compte",
            "definition",
            "dossier",
            "formulaire",
            "guichet",
            "lieu",
            "question",
            "tableur"
        })
package fr.convergence.portail.conteneur;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
