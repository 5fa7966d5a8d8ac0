/** Ce qui reste juste quand un processus meurt, que la base s'arrête ou qu'un service du dehors se dérobe. */
@NullMarked
package fr.convergence.mesures.pannes;

import org.jspecify.annotations.NullMarked;
