/** Ce dont le site dépend (base, dépôt, antivirus, messagerie), essayé en fond et jamais par qui demande s'il va bien. */
@NullMarked
package fr.convergence.socle.sonde;

import org.jspecify.annotations.NullMarked;
