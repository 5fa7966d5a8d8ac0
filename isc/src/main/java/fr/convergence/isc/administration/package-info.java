/** Ce que les opérateurs règlent : les services raccordés et les clés de signature (ISC-15). Rien n’attend un redémarrage. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "acte", "cle", "client"})
package fr.convergence.isc.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
