/** Le travail de l'opérateur : comptes de l'équipe, courriels, journal des actes, registre, guichets. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "compte"})
package fr.convergence.portail.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
