/** Les textes à lire d’une page entière : pages légales, aide. Chaque site écrit les siens. */
@NullMarked
package fr.convergence.socle.texte;

import org.jspecify.annotations.NullMarked;
