/** Le dépôt d'objets : des octets, écrits une fois, sous un nom ; un dossier par défaut. */
@NullMarked
package fr.convergence.socle.depot;

import org.jspecify.annotations.NullMarked;
