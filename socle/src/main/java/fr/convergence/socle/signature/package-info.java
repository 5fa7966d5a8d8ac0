/** Le cachet de la plateforme : sceller un PDF avec son certificat (PAdES), et dire si un PDF scellé a été touché. */
@NullMarked
package fr.convergence.socle.signature;

import org.jspecify.annotations.NullMarked;
