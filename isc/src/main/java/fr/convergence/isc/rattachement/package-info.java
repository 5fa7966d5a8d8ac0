/** L’inscription d’un représentant ou d’un salarié : son entreprise, ses informations, sa demande (ISC-7). Rien n’en est gardé avant l’envoi. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "compte", "declarant", "demande", "entreprise"})
package fr.convergence.isc.rattachement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
