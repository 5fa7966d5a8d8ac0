/** Les comptes du portail : qui ils sont, comment ils naissent, s'activent, se désactivent et s'effacent. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "acte", "candidat", "etablissement"})
package fr.convergence.portail.compte;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
