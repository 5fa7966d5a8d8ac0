/** Les preuves qui ne servent qu'une fois : codes de six chiffres et liens envoyés par courriel. */
@NullMarked
package fr.convergence.socle.jeton;

import org.jspecify.annotations.NullMarked;
