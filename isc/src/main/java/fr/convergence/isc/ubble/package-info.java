/** Ubble : la vérification d'identité confiée à ce partenaire, quand il est réglé, et relevée chez lui. */
@NullMarked
@ApplicationModule(allowedDependencies = {"identite"})
package fr.convergence.isc.ubble;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
