/** Passer d'un dépôt à l'autre, et relire tout ce qui est gardé : deux commandes d'exploitation. */
@NullMarked
package fr.convergence.socle.demenagement;

import org.jspecify.annotations.NullMarked;
