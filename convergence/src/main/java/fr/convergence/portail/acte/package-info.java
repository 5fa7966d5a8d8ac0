/** Les actes que le portail inscrit au journal : un enregistrement par fait, son code et ce qu'il dit, écrits une fois. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "guichet"})
package fr.convergence.portail.acte;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
