/** La fin d'une session : les services où elle est allée l'apprennent, et leurs jetons ne valent plus rien. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "autorisation", "cle", "client"})
package fr.convergence.isc.deconnexion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
