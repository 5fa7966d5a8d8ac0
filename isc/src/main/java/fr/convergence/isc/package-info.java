/** Industriels Santé Connect : une application, un paquet par capacité. */
@NullMarked
package fr.convergence.isc;

import org.jspecify.annotations.NullMarked;
