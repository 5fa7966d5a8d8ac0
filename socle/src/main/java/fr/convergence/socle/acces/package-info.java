/** L'entrée d'un site : qui est connecté, à qui chaque route est ouverte, ce que la porte arrête et rend. */
@NullMarked
package fr.convergence.socle.acces;

import org.jspecify.annotations.NullMarked;
