/** Les guichets : calendrier, étapes, circuit, versions. */
@NullMarked
package fr.convergence.portail.guichet;

import org.jspecify.annotations.NullMarked;
