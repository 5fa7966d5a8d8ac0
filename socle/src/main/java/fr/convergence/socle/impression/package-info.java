/** Ce qui s'imprime : un gabarit jte rendu en PDF balisé, ses polices dedans. */
@NullMarked
package fr.convergence.socle.impression;

import org.jspecify.annotations.NullMarked;
