/** Le second facteur qui n'est pas un courriel : relier son application d'authentification, la retirer, garder des codes de secours. */
@NullMarked
package fr.convergence.socle.secondfacteur;

import org.jspecify.annotations.NullMarked;
