/** Confier un dossier à un collaborateur du même établissement : le référent qui s'en va, celui qui lui succède, l'opérateur. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "acte", "compte", "dossier", "etablissement", "guichet"})
package fr.convergence.portail.transfert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
