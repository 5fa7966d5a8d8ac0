/** Qui est là, et quelle route lui est ouverte. */
@NullMarked
@ApplicationModule(allowedDependencies = {"guichet"})
package fr.convergence.portail.acces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
