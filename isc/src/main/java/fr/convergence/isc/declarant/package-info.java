/** Ce qu’une personne dit d’elle-même pour demander un compte : lu et contrôlé de la même façon quel que soit son rôle. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.convergence.isc.declarant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
