/** Prouver qui l'on est : mots de passe, seconds facteurs, freins aux essais. */
@NullMarked
package fr.convergence.socle.authentification;

import org.jspecify.annotations.NullMarked;
