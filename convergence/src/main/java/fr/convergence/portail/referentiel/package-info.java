/** Tenir le référentiel à jour : l'opérateur envoie un fichier, lit ce qu'il changerait, l'importe. */
@NullMarked
@ApplicationModule(allowedDependencies = {"acces", "acte", "registre", "tableur"})
package fr.convergence.portail.referentiel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
