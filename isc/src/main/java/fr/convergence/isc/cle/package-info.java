/** Les clés qui signent : préparées, actives, passives, retirées. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.convergence.isc.cle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
