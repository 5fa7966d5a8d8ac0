/** Les identifiants et coordonnées qu'un usager saisit, contrôlés une fois pour toutes à la lecture. */
@NullMarked
package fr.convergence.socle.identifiant;

import org.jspecify.annotations.NullMarked;
