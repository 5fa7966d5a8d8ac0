/** Les tableaux que l'opérateur envoie : un fichier CSV, ses colonnes, ses lignes, ce qui ne s'y lit pas. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.convergence.portail.tableur;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
