/** Recevoir, chiffrer, faire analyser, rendre et effacer des fichiers, sans savoir à quel dossier ils servent. */
@NullMarked
package fr.convergence.socle.fichier;

import org.jspecify.annotations.NullMarked;
