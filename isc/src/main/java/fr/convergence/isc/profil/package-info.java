/** « Votre compte » : ses informations et ses droits, et demander de les changer (ISC-10). */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "compte", "demande", "entreprise"})
package fr.convergence.isc.profil;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
