/** Les comptes : qui ils sont, comment ils naissent, se connectent et s'effacent. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "acte", "entreprise"})
package fr.convergence.isc.compte;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
