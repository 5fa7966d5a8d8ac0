/** L'inscription d'un établissement : trois étapes, un brouillon d'une heure, la création du compte. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "candidat", "compte", "etablissement", "registre"})
package fr.convergence.portail.inscription;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
