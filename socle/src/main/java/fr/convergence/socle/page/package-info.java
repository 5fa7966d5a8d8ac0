/** Ce que tout écran partage : gabarit, contrôles, textes, erreurs, rendu. */
@NullMarked
package fr.convergence.socle.page;

import org.jspecify.annotations.NullMarked;
