/** Les entreprises, chacune une fois, sous son identifiant national. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.convergence.isc.entreprise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
