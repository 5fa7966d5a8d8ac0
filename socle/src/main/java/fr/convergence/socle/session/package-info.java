/** Les sessions, dans la base : partagées par les nœuds, sans rien qui permette d'en reprendre une. */
@NullMarked
package fr.convergence.socle.session;

import org.jspecify.annotations.NullMarked;
