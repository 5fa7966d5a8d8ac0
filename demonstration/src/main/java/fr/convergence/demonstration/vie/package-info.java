/** La vie d'un guichet d'exemple : des référents et des vérificateurs inventés y font, par les pages, ce que font les vrais. */
@NullMarked
package fr.convergence.demonstration.vie;

import org.jspecify.annotations.NullMarked;
