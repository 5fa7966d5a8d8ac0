/** Le fournisseur OpenID Connect : ce qu'un service demande, ce que la personne autorise, ce qui lui est dit d'elle. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "autorisation", "cle", "client", "deconnexion"})
package fr.convergence.isc.federation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
