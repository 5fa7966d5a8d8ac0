/** D'où vient une requête : l'adresse que dit un relais de confiance, le réseau que comptent les freins, la page dont elle part. */
@NullMarked
package fr.convergence.socle.origine;

import org.jspecify.annotations.NullMarked;
