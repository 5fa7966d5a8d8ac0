/** Publier guichets et formulaires : l'opérateur écrit une définition, la voit telle qu'on la remplira, la publie. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "acte", "definition", "formulaire", "guichet", "question"})
package fr.convergence.portail.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
