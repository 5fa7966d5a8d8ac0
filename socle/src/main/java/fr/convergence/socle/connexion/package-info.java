/** La connexion à un site : mot de passe, second facteur, session. */
@NullMarked
package fr.convergence.socle.connexion;

import org.jspecify.annotations.NullMarked;
