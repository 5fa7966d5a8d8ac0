/** Ce qui se saisit : les réponses, ce qu'elles ont été, les éditions scellées. */
@NullMarked
@ApplicationModule(allowedDependencies = {"definition", "formulaire", "question"})
package fr.convergence.portail.saisie;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
