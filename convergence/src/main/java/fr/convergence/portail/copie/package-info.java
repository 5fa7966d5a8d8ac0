/** Ce qu'un référent emporte de son dossier : tout ce qui s'y lit en PDF, ses pièces, ses accusés, sa convention signée. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"acces", "acte", "convention", "dossier", "etape", "paiement", "piece", "question"})
package fr.convergence.portail.copie;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
