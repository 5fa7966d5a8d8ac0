/** Ce que ce nœud mesure de lui-même, pour qui le surveille : lu sur un port à part, jamais celui des pages. */
@NullMarked
package fr.convergence.socle.mesure;

import org.jspecify.annotations.NullMarked;
