/** Vérifier, sans compte, un accusé de dépôt que l'on vous montre. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"acces", "acte", "convention", "definition", "dossier", "formulaire", "guichet", "saisie"
        })
package fr.convergence.portail.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
