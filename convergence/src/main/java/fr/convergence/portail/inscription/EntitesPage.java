package fr.convergence.portail.inscription;

import fr.convergence.socle.page.Page;
import java.util.List;

/**
 * Étape 2, dernier écran : l'établissement choisi et ce qui lui est rattaché (INS-6).
 *
 * @param nature clé des mots : « entités juridiques » d'un GHT, « entités géographiques » d'une entité juridique
 * @param adresse celle de la liste et de sa recherche, finie par « page= »
 */
public record EntitesPage(
        Etablissement etablissement,
        String nature,
        String recherche,
        List<Ligne> lignes,
        Feuillet feuillet,
        String adresse)
        implements Page {

    /** Une entité rattachée. */
    public record Ligne(String finess, String raisonSociale, String commune) {}
}
