/** Les clés d'accès de l'équipe (WebAuthn) : les créer, les retirer, se connecter avec. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "acte", "compte", "profil"})
package fr.convergence.portail.cledacces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
