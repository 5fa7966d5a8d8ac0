/** Les services raccordés : qui ils sont, comment ils prouvent qui ils sont, à qui ils sont ouverts. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "cle"})
package fr.convergence.isc.client;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
