/** Ce qui se demande et que quelqu'un d'autre décide : une inscription, un changement d'informations (ISC-7, ISC-10, ISC-12). */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "acte", "compte", "entreprise"})
package fr.convergence.isc.demande;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
