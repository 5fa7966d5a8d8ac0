/** Ce qui peut candidater : la seule liste des types, pour le registre, les guichets et les formulaires. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.convergence.portail.candidat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
