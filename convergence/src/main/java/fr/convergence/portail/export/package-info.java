/** Ce qu'un vérificateur emporte de sa liste de travail : un tableau ou les pièces, faits en fond, gardés un jour. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"acces", "acte", "candidat", "compte", "dossier", "guichet", "instruction", "tableur"})
package fr.convergence.portail.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
