/** Comment les vérificateurs travaillent ensemble sur un dossier (INSTR-4) : qui s'en charge, leurs notes, leurs listes de contrôle. Rien ne s'en montre à l'établissement. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "acte", "compte", "dossier", "guichet", "saisie"})
package fr.convergence.portail.concertation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
