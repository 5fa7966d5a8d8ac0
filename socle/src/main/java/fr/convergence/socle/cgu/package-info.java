/** Les conditions générales d'utilisation : leurs versions, et qui a accepté laquelle. */
@NullMarked
package fr.convergence.socle.cgu;

import org.jspecify.annotations.NullMarked;
