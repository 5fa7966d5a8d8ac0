/** Qui est là, et quelle route lui est ouverte. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.convergence.isc.acces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
