/** Ce que les opérateurs règlent : les services raccordés, les clés de signature, les opérateurs (ISC-15). Rien n’attend un redémarrage. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "acte", "cle", "client", "compte"})
package fr.convergence.isc.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
