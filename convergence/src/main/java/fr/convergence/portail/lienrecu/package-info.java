/** Les pages où mène un lien reçu par courriel : activation, invitation, nouveau mot de passe ; et en demander un autre. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "compte"})
package fr.convergence.portail.lienrecu;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
