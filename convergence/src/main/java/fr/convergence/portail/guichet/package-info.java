/** Les guichets : calendrier, étapes, circuit, versions. */
@NullMarked
@ApplicationModule(allowedDependencies = {"candidat", "definition", "expression", "formulaire", "question"})
package fr.convergence.portail.guichet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
