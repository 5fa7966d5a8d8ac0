/** D'où vient une requête : l'adresse que dit un relais de confiance, et le réseau que comptent les freins. */
@NullMarked
package fr.convergence.socle.origine;

import org.jspecify.annotations.NullMarked;
