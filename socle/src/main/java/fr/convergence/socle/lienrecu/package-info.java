/** Les pages où mène un lien reçu par courriel : activation, invitation, nouveau mot de passe ; et en demander un autre. */
@NullMarked
package fr.convergence.socle.lienrecu;

import org.jspecify.annotations.NullMarked;
