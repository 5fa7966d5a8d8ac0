/** La langue de chaque requête : celle que le lecteur a choisie, sinon celle de son navigateur. */
@NullMarked
package fr.convergence.socle.langue;

import org.jspecify.annotations.NullMarked;
