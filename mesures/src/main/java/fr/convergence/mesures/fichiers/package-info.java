/** Fabrique des fichiers sains avec les logiciels que les gens emploient, et compte ceux que nos contrôles refusent. */
@NullMarked
package fr.convergence.mesures.fichiers;

import org.jspecify.annotations.NullMarked;
