package fr.convergence.isc.capture;

import fr.convergence.socle.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * La vérification se fait chez un partenaire.
 *
 * @param adresse où continuer chez lui ; nulle tant qu'elle n'est pas demandée
 * @param indisponible vrai s'il n'a pas répondu
 * @param motif pourquoi il faut recommencer, s'il le faut
 * @param connu l'avancement que montre la page
 */
public record PartenairePage(
        @Nullable String adresse,
        boolean indisponible,
        @Nullable String motif,
        String connu) implements Page {}
