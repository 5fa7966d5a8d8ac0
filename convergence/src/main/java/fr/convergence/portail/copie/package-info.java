/** Ce qu'un référent emporte de son dossier : tout ce qui s'y lit en PDF, et ses pièces. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "acte", "dossier", "etape", "piece", "question"})
package fr.convergence.portail.copie;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
