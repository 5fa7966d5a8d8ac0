/** Les pages publiques : accueil, pages légales, aide, plan du site, erreurs. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "guichet"})
package fr.convergence.portail.accueil;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
