/** Une personne qui a un compte : qui elle est, ce qui le prouve, les liens qu'elle reçoit ; ni rôle, ni établissement. */
@NullMarked
package fr.convergence.socle.personne;

import org.jspecify.annotations.NullMarked;
