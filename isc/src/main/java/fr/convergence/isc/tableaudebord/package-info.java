/** « Votre tableau de bord » (ISC-9). */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "collaborateur", "compte", "demande", "entreprise", "service"})
package fr.convergence.isc.tableaudebord;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
