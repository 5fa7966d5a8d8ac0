/** Ce qui se saisit : les réponses à leur place, ce qu'elles ont été, les éditions scellées. Ne connaît aucun dossier. */
@NullMarked
@ApplicationModule(allowedDependencies = {"definition", "formulaire", "lieu", "question"})
package fr.convergence.portail.saisie;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
