/** Ce qui est autorisé à un service, et les jetons qui le disent : chacun sous son empreinte, et une seule fois. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.convergence.isc.autorisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
