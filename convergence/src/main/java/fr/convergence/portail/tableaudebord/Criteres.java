package fr.convergence.portail.tableaudebord;

import fr.convergence.socle.identifiant.FormeNormale;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Ce que l'adresse du tableau de bord dit de la liste : elle se partage, et se retrouve au retour.
 *
 * @param q ce qui est cherché dans toutes les colonnes
 * @param tri une colonne, précédée de « - » pour l'ordre inverse ; vide pour les plus récentes d'abord
 * @param page à partir de 1
 */
record Criteres(String q, String tri, int taille, int page) {

    private static final List<Integer> TAILLES = List.of(10, 25, 50, 100);

    static Criteres de(String q, String tri, int taille, int page) {
        return new Criteres(
                FormeNormale.ligne(q),
                Colonne.nommee(tri).isPresent() ? tri : "",
                TAILLES.contains(taille) ? taille : TAILLES.getFirst(),
                Math.max(1, page));
    }

    Criteres page(int numero) {
        return new Criteres(q, tri, taille, numero);
    }

    /** Vrai s'il n'y a ni à chercher ni à trier : les candidatures, telles qu'elles ont été lues. */
    boolean telles() {
        return q.isEmpty() && tri.isEmpty();
    }

    boolean decroissant() {
        return tri.startsWith("-");
    }

    /** Cette liste à une autre page, dont le numéro reste à écrire. */
    String adresse() {
        return UriComponentsBuilder.fromPath(TableauDeBordController.ADRESSE)
                        .queryParam("q", "{q}")
                        .queryParam("tri", tri)
                        .queryParam("taille", taille)
                        .encode()
                        .buildAndExpand(q)
                        .toUriString()
                + "&page=";
    }
}
