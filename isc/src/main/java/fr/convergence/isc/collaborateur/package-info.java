/** Les collaborateurs d'une entreprise : les lire, les inviter, les corriger, les supprimer (ISC-11). */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "acte", "compte", "entreprise"})
package fr.convergence.isc.collaborateur;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
