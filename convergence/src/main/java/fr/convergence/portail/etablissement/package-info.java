/** Le référentiel des établissements (GHT, entités juridiques et géographiques) : son import et sa recherche. */
@NullMarked
@ApplicationModule(allowedDependencies = {"denomination"})
package fr.convergence.portail.etablissement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
