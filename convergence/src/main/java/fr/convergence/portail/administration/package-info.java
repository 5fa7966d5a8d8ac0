/** Le travail de l'opérateur : comptes de l'équipe, courriels et leurs modèles, textes de l'accueil, journal des actes. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "acces",
            "accueil",
            "acte",
            "candidat",
            "compte",
            "conteneur",
            "definition",
            "dossier",
            "etablissement",
            "guichet"
        })
package fr.convergence.portail.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
