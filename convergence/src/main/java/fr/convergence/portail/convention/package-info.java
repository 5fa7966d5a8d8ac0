/** La convention que l'acceptation d'une étape fait établir : le document, son signataire, sa signature et ce qu'elle devient. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "acces",
            "acte",
            "candidat",
            "compte",
            "contact",
            "dossier",
            "etablissement",
            "formulaire",
            "guichet",
            "question",
            "saisie"
        })
package fr.convergence.portail.convention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
