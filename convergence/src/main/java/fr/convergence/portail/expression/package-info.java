/** Le langage des conditions et des contrôles : CEL, sur un vocabulaire typé, sans jamais échouer devant l'usager. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.convergence.portail.expression;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
