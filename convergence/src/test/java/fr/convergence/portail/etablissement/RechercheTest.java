package fr.convergence.portail.etablissement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.candidat.TypeCandidat;
import fr.convergence.portail.etablissement.CritereDeCandidat.Fenetre;
import fr.convergence.portail.registre.RapportImport;
import fr.convergence.portail.registre.RegistreImporte;
import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.identifiant.CodeGht;
import fr.convergence.socle.identifiant.Region;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Sur le registre de démonstration, inventé : il doit d'ailleurs s'importer sans un rejet. */
@ExtendWith(BaseDeTest.class)
@Tag("INS-5")
final class RechercheTest {

    private static final CleCandidat GHT_OCC = new CleCandidat(TypeCandidat.GHT, "OCC-71");
    private static final CleCandidat CLINIQUE = new CleCandidat(TypeCandidat.EJ_PRIVEE, "339000010");

    private static Etablissements etablissements;
    private static RapportImport rapport;

    @BeforeAll
    static void importer(DataSource source, JdbcClient sql, TransactionTemplate transaction) {
        etablissements = new Etablissements(sql);
        rapport = RegistreImporte.importer(
                source, sql, transaction, etablissements, Path.of("../demonstration/src/main/resources/registre"));
    }

    @Test
    void le_registre_de_demonstration_s_importe_sans_rejet() {
        assertThat(rapport.lu().premiersRejets()).isEmpty();
    }

    @Test
    void une_ligne_de_ght_montre_son_code_son_support_et_le_finess_de_celui_ci() {
        var page = etablissements.chercher(CritereDeCandidat.de(TypeCandidat.GHT, Region.OCCITANIE));

        assertThat(page.lignes()).singleElement().satisfies(ligne -> {
            assertThat(ligne.ght()).contains(new CodeGht("OCC-71"));
            assertThat(ligne.finess().valeur()).isEqualTo("349000018");
            assertThat(ligne.raisonSociale()).isEqualTo("CHU DE VALBRUNE");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OCC-71", "occ71", "76171", "garrigues", "Causses garrig", "chu valbrune", "VALBRUNE CHU",
                "centre hospitalier valbr", "349000018", "349 000", "valbrunne", "vablrune", "garigues", "gariguess"
            })
    void un_ght_se_trouve_par_son_code_son_nom_son_support_la_ville_et_malgre_une_faute(String saisie) {
        assertThat(noms(TypeCandidat.GHT, saisie)).containsExactly("GARRIGUES ET CAUSSES");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"polycliniqe grand pin", "Grand-Pin", "arcambes", "339000010", "pin poly", "99900024", "33910"})
    void une_entite_juridique_se_trouve_de_meme(String saisie) {
        assertThat(noms(TypeCandidat.EJ_PRIVEE, saisie)).contains("SA POLYCLINIQUE DU GRAND-PIN");
    }

    @Test
    void ce_qui_ne_ressemble_a_rien_ne_trouve_rien() {
        assertThat(noms(TypeCandidat.EJ_PRIVEE, "xylophone")).isEmpty();
        assertThat(noms(TypeCandidat.EJ_PRIVEE, "%' or 1=1 --")).isEmpty();
    }

    @Test
    void une_reponse_approchee_se_dit() {
        var exacte = CritereDeCandidat.de(TypeCandidat.EJ_PRIVEE, Region.NOUVELLE_AQUITAINE);

        assertThat(etablissements.chercher(exacte.saisie("grand")).approchee()).isFalse();
        assertThat(etablissements.chercher(exacte.saisie("grnad")).approchee()).isTrue();
    }

    @Test
    void le_type_et_la_region_filtrent_et_les_hors_champ_ne_se_proposent_pas() {
        assertThat(noms(TypeCandidat.EJ_PUBLIQUE_HORS_GHT, "")).hasSize(9).noneMatch(nom -> nom.startsWith("CCAS"));
        assertThat(etablissements
                        .chercher(CritereDeCandidat.de(TypeCandidat.EJ_PRIVEE, Region.CORSE))
                        .lignes())
                .extracting(LigneCandidat::nom)
                .containsExactly("CLINIQUE A MARINELLA");
        assertThat(etablissements.choisissable(CLINIQUE)).isPresent();
        assertThat(etablissements.choisissable(new CleCandidat(TypeCandidat.EJ_MEMBRE_GHT, CLINIQUE.identifiant())))
                .isEmpty();
    }

    @Test
    void les_pages_se_suivent_sans_trou_ni_doublon() {
        var critere = new CritereDeCandidat(TypeCandidat.EJ_PRIVEE, Optional.empty(), "", Fenetre.PREMIERE);
        var premiere = etablissements.chercher(critere.page(1, 5));
        var toutes = List.of(1, 2, 3, 4, 5).stream()
                .flatMap(numero -> etablissements.chercher(critere.page(numero, 5)).lignes().stream())
                .map(LigneCandidat::nom)
                .toList();

        assertThat(premiere.total()).isEqualTo(23);
        assertThat(premiere.pages()).isEqualTo(5);
        assertThat(toutes).hasSize(23).doesNotHaveDuplicates().isSorted();
        assertThat(etablissements.chercher(critere.page(99, 5)).numero()).isEqualTo(1);
    }

    @Test
    void les_entites_rattachees_se_listent_se_cherchent_et_se_paginent() {
        assertThat(etablissements.entites(GHT_OCC, "", new Fenetre(1, 4)).pages())
                .isEqualTo(3);
        assertThat(etablissements
                        .entites(GHT_OCC, "peyrelonge", Fenetre.PREMIERE)
                        .lignes())
                .extracting(Candidat.Entite::nom)
                .containsExactly("CH DE PEYRELONGUE");
        assertThat(etablissements.entites(CLINIQUE, "", Fenetre.PREMIERE).lignes())
                .extracting(Candidat.Entite::nom)
                .containsExactly("CENTRE DE DIALYSE DU GRAND-PIN", "HAD DU GRAND-PIN", "POLYCLINIQUE DU GRAND-PIN");
    }

    @Test
    void un_candidat_dit_sa_region_son_support_et_ses_entites() {
        assertThat(etablissements.candidat(GHT_OCC)).get().isInstanceOfSatisfying(Candidat.Ght.class, ght -> {
            assertThat(ght.region()).contains(Region.OCCITANIE);
            assertThat(ght.finess().valeur()).isEqualTo("349000018");
            assertThat(ght.entites()).hasSize(9);
        });
        assertThat(etablissements.candidat(TypeCandidat.EJ_PRIVEE, "339000010"))
                .get()
                .satisfies(ej -> assertThat(ej.cle()).hasToString("EJ_PRIVEE:339000010"));
        assertThat(CleCandidat.lire("GHT:OCC-71")).contains(GHT_OCC);
        assertThat(CleCandidat.lire("GHT:OCC-7;drop")).isEmpty();
    }

    @Test
    void une_entite_geographique_se_trouve_dans_tout_le_registre_par_son_nom_ou_son_ej() {
        assertThat(etablissements.entitesGeographiques("arceaux", Optional.empty(), 10))
                .extracting(Candidat.Entite::nom)
                .containsExactly("CHU DE VALBRUNE - HOPITAL DES ARCEAUX");
        assertThat(etablissements.entitesGeographiques("349000018", Optional.of(Region.OCCITANIE), 10))
                .hasSize(3);
        assertThat(etablissements.entitesGeographiques("arceaux", Optional.of(Region.BRETAGNE), 10))
                .isEmpty();
    }

    private static List<String> noms(TypeCandidat type, String saisie) {
        var critere = new CritereDeCandidat(type, Optional.empty(), saisie, new Fenetre(1, 100));
        return etablissements.chercher(critere).lignes().stream()
                .map(LigneCandidat::nom)
                .toList();
    }
}
