/** La lecture d’un extrait Kbis : ce qu’il dit de l’entreprise, de son âge et de qui la représente. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.convergence.isc.kbis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
