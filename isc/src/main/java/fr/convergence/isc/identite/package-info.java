/** La vérification d'une identité : ce qui est filmé ou dit par un partenaire, qui le regarde, ce qui en est décidé. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "acte", "compte", "declarant", "inscription"})
package fr.convergence.isc.identite;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
