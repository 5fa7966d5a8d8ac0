/** Les pièces d'un dossier : déposées à une question, figées à la transmission, téléchargées par qui voit le dossier. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "acces",
            "acte",
            "conteneur",
            "definition",
            "dossier",
            "etablissement",
            "formulaire",
            "guichet",
            "lieu",
            "question"
        })
package fr.convergence.portail.piece;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
