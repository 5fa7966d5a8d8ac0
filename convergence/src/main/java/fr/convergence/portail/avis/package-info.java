/** L'avis qu'un vérificateur demande à un collègue, ou à l'ANS, sur une étape (INSTR-4). Rien ne s'en montre à l'établissement. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "acte", "compte", "concertation", "dossier"})
package fr.convergence.portail.avis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
