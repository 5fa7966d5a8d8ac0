/** Les vidéos d'un téléphone, lues sans être décodées : leur conteneur et leur durée. */
@NullMarked
package fr.convergence.socle.video;

import org.jspecify.annotations.NullMarked;
