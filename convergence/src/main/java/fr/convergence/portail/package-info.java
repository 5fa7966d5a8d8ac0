/** Le portail Convergence : une application, un paquet par capacité. */
@NullMarked
package fr.convergence.portail;

import org.jspecify.annotations.NullMarked;
