package fr.convergence.portail.profil;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.etablissement.LigneCandidat;
import fr.convergence.portail.etablissement.PageDe;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * « Ajouter un établissement ».
 *
 * @param resultats ceux qui répondent aux filtres ; absents tant qu'ils ne sont pas remplis
 * @param choisi celui qui est sélectionné
 */
public record AjoutPage(
        List<Lien> menu,
        Filtres filtres,
        Erreurs erreurs,
        @Nullable Resultats resultats,
        EtablissementsPage.@Nullable Ligne choisi)
        implements PageDeSaisie {

    private static final List<Choix> TYPES =
            Choix.de(TypeCandidat.proposes(), TypeCandidat::name, TypeCandidat::libelle);
    private static final List<Choix> REGIONS = Choix.de(Region.parNom(), Region::code, Region::nom);

    /** Ce que porte l'adresse. */
    public record Filtres(String type, String region, String q) {

        /** Celle de cette recherche : revenir d'un choix la retrouve. */
        public String adresse() {
            return gabarit().encode().buildAndExpand(type, region, q).toUriString();
        }

        private String adresse(String parametre, String valeur) {
            return gabarit()
                    .queryParam(parametre, "{valeur}")
                    .encode()
                    .buildAndExpand(type, region, q, valeur)
                    .toUriString();
        }

        private static UriComponentsBuilder gabarit() {
            return UriComponentsBuilder.fromPath(EtablissementsController.AJOUT)
                    .queryParam("type", "{type}")
                    .queryParam("region", "{region}")
                    .queryParam("q", "{q}");
        }
    }

    /** Une page de résultats. */
    public record Resultats(List<Ligne> lignes, long total, int numero, int pages, boolean approchee, String adresse) {}

    /** @param vers adresse qui sélectionne cette ligne */
    public record Ligne(String finess, String nom, String commune, String vers) {}

    /** @param erreurs ce qui manque à une recherche demandée */
    static AjoutPage sansResultat(List<Lien> menu, Filtres filtres, Erreurs erreurs) {
        return new AjoutPage(menu, filtres, erreurs, null, null);
    }

    static AjoutPage choisi(List<Lien> menu, Filtres filtres, EtablissementsPage.Ligne choisi) {
        return new AjoutPage(menu, filtres, Erreurs.aucune(), null, choisi);
    }

    static AjoutPage resultats(List<Lien> menu, Filtres filtres, PageDe<LigneCandidat> page) {
        var lignes = page.lignes().stream()
                .map(ligne -> new Ligne(
                        ligne.finess().valeur(),
                        ligne.denomination(),
                        ligne.commune(),
                        filtres.adresse("choisi", ligne.cle().toString())))
                .toList();
        return new AjoutPage(
                menu,
                filtres,
                Erreurs.aucune(),
                new Resultats(
                        lignes,
                        page.total(),
                        page.numero(),
                        page.pages(),
                        page.approchee(),
                        filtres.adresse("page", "")),
                null);
    }

    public List<Choix> types() {
        return TYPES;
    }

    public List<Choix> regions() {
        return REGIONS;
    }
}
