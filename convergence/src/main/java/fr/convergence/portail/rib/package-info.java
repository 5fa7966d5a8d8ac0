/** Le RIB déposé, lu et comparé à ce qui est saisi (NEW-5) : on avertit, on n'empêche rien, et l'on n'accuse pas de ce qui ne se lit pas. */
@NullMarked
@ApplicationModule(allowedDependencies = {"candidat", "etablissement", "formulaire", "question"})
package fr.convergence.portail.rib;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
