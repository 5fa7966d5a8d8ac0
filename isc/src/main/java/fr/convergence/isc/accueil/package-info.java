/** Les pages publiques : accueil, contact, pages légales. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces"})
package fr.convergence.isc.accueil;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
