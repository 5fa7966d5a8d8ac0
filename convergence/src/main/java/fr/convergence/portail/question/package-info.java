/** Les types de questions : ce qu'on y saisit, ce qu'on en contrôle, ce qu'on en montre, ce qu'elles valent. */
@NullMarked
@ApplicationModule(allowedDependencies = {"definition", "expression", "lieu"})
package fr.convergence.portail.question;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
