/** La connexion au portail : mot de passe, second facteur, session. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "acte", "cgu", "compte"})
package fr.convergence.portail.connexion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
