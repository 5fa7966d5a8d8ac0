/** « Votre compte » : ses informations, son mot de passe, ses établissements, ses sessions, ses données. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "acte", "candidat", "compte", "etablissement"})
package fr.convergence.portail.profil;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
