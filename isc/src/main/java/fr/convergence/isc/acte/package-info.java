/** Ce que le journal garde de ce site, au-delà de ce qui arrive à toute personne. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces"})
package fr.convergence.isc.acte;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
