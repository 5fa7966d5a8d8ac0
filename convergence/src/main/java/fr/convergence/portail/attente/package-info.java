/** Ce qu'un référent attend : la place de son étape dans la file de qui la vérifie, et le délai habituel. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acte", "definition", "dossier", "guichet"})
package fr.convergence.portail.attente;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
