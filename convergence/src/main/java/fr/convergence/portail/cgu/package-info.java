/** Les conditions générales d'utilisation : leurs versions, et qui a accepté laquelle. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "acte"})
package fr.convergence.portail.cgu;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
