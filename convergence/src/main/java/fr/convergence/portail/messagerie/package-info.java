/** La messagerie d'un dossier (INSTR-5) : le fil entre son référent et ses vérificateurs, ses pièces jointes, ce que chacun en a lu. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "acte", "compte", "dossier", "guichet", "piece"})
package fr.convergence.portail.messagerie;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
