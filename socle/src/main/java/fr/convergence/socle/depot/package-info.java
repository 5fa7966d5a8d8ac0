/** Le dépôt d'objets : des octets, écrits une fois, sous un nom ; un dossier par défaut, ou un magasin S3. */
@NullMarked
package fr.convergence.socle.depot;

import org.jspecify.annotations.NullMarked;
