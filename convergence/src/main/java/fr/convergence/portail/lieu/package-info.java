/** Où se range une réponse : quelle édition, quelle entité s'il y a lieu, quelle question. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.convergence.portail.lieu;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
