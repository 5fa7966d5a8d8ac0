/** Les pages de « Votre compte » que tout site a : mot de passe, sessions ; et leur menu, où chaque site met les siennes. */
@NullMarked
package fr.convergence.socle.profil;

import org.jspecify.annotations.NullMarked;
