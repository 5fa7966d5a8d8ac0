/** Lequel des sites sert ce contexte : une même machine virtuelle en porte plusieurs dans la démonstration. */
@NullMarked
package fr.convergence.socle.site;

import org.jspecify.annotations.NullMarked;
