package fr.convergence.socle.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * L'entête de toutes les pages d'un site.
 *
 * @param navigation liens du menu, selon le rôle de qui regarde
 * @param accesRapides liens en haut à droite
 * @param piedDePage liens légaux
 * @param connecte nom de la personne connectée, ou {@code null}
 * @param auteur ce qui dit, dans ses formulaires, qu'ils sont à elle ; {@code null} pour un visiteur
 * @param secondesDeSession durée d'inactivité avant la fin de session, 0 pour un visiteur
 */
public record Bandeau(
        List<Lien> navigation,
        List<Lien> accesRapides,
        List<Lien> piedDePage,
        @Nullable String connecte,
        @Nullable String auteur,
        int secondesDeSession) {}
