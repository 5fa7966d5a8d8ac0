/** Ce que l’on lit quand une demande n’aboutit pas : page absente, accès refusé, page expirée, panne. */
@NullMarked
package fr.convergence.socle.erreur;

import org.jspecify.annotations.NullMarked;
