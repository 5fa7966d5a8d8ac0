/** Le moteur des formulaires : une définition, des réponses, des faits ; ce qui est visible, répondu, à corriger. */
@NullMarked
@ApplicationModule(allowedDependencies = {"candidat", "definition", "expression", "lieu", "question"})
package fr.convergence.portail.formulaire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
