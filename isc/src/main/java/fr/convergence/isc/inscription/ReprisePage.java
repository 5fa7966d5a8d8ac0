package fr.convergence.isc.inscription;

import fr.convergence.socle.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * « Reprendre plus tard » : le lien est parti, ou celui qu’on a suivi.
 *
 * @param action où reprendre, nul quand le lien vient de partir ou ne vaut plus
 * @param partie vrai quand le lien vient de partir
 */
public record ReprisePage(@Nullable String action, boolean partie) implements Page {}
