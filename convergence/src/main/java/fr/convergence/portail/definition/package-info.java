/** Lit un fichier de définition (YAML), dit précisément où il se trompe, et en donne la forme canonique. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.convergence.portail.definition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
