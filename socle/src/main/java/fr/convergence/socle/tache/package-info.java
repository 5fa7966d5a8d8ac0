/** Les travaux de fond, repris par n'importe quel nœud. */
@NullMarked
package fr.convergence.socle.tache;

import org.jspecify.annotations.NullMarked;
