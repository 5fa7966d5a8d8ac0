/** Les parcours des guides, joués dans Chromium contre l'application empaquetée. */
@NullMarked
package fr.convergence.parcours;

import org.jspecify.annotations.NullMarked;
