/** Les courriels : écrits dans la transaction de l'acte, envoyés après, suivis jusqu'au bout. */
@NullMarked
package fr.convergence.socle.courriel;

import org.jspecify.annotations.NullMarked;
