/** Le bureau des opérateurs : examiner l’inscription d’un mandataire, document, visage, Kbis et formulaire côte à côte (ISC-6). */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "declarant", "demande", "identite", "inscription", "kbis"})
package fr.convergence.isc.examen;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
