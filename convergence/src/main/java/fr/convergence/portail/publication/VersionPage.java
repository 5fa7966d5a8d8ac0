package fr.convergence.portail.publication;

import fr.convergence.socle.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * Une version publiée : ce qu'elle dit, son texte, ses sœurs. C'est un guichet, ou un formulaire.
 *
 * @param reprendre où en écrire une nouvelle à partir de celle-ci
 */
public record VersionPage(
        Versions versions,
        @Nullable GuichetLu guichet,
        @Nullable FormulaireLu formulaire,
        String texte,
        String reprendre)
        implements Page {

    public String titre() {
        return versions.montree().toString();
    }
}
