package fr.convergence.portail.inscription;

import fr.convergence.portail.registre.Provenance.Extrait;
import fr.convergence.socle.page.Page;
import java.util.List;
import java.util.Optional;

/**
 * Étape 2, dernier écran : l'établissement choisi et ce qui lui est rattaché (INS-6).
 *
 * @param nature clé des mots : « entités juridiques » d'un GHT, « entités géographiques » d'une entité juridique
 * @param adresse celle de la liste et de sa recherche, finie par « page= »
 * @param deduite vrai quand aucune liste officielle ne dit toute cette composition
 * @param extrait d'où viennent les données
 */
public record EntitesPage(
        Etablissement etablissement,
        String nature,
        String recherche,
        List<Ligne> lignes,
        Feuillet feuillet,
        String adresse,
        boolean deduite,
        Optional<Extrait> extrait)
        implements Page {

    /** Une entité rattachée. */
    public record Ligne(String finess, String raisonSociale, String commune) {}
}
