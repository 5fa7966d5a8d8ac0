/** Les clés du service : sceller une valeur, chiffrer un flux, signer une ligne. */
@NullMarked
package fr.convergence.socle.chiffrement;

import org.jspecify.annotations.NullMarked;
