/** Filmer son document et son visage : la page de l'ordinateur, les pages du téléphone, l'envoi des vidéos. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identite"})
package fr.convergence.isc.capture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
