/** L’inscription d’un mandataire : ses quatre étapes, et la décision d’un opérateur (ISC-2 à ISC-6). */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "acte", "compte", "declarant", "entreprise", "kbis"})
package fr.convergence.isc.inscription;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
