/** Le journal des actes : on y ajoute, on n'y change rien, et chaque ligne scelle la précédente. */
@NullMarked
package fr.convergence.socle.journal;

import org.jspecify.annotations.NullMarked;
