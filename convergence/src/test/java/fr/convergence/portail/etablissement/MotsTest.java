package fr.convergence.portail.etablissement;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MotsTest {

    @ParameterizedTest
    @CsvSource({
        "Hôpital de l'Île-d'Yeu, hopital de l ile d yeu",
        "C.H.U. MONTPELLIER, c h u montpellier",
        "SŒUR Emmanuelle, soeur emmanuelle",
        "'  Évry – Courcouronnes ', evry courcouronnes",
        "N°2, n 2"
    })
    void un_texte_perd_ses_accents_sa_casse_et_sa_ponctuation(String texte, String normalise) {
        assertThat(Mots.normaliser(texte)).isEqualTo(normalise);
    }

    @Test
    void une_abreviation_et_ce_qu_elle_abrege_se_trouvent_l_une_l_autre() {
        assertThat(Mots.indexer("CHU ST-ELOI")).contains(" centre", " hospitalier", " universitaire", " saint");
        assertThat(Mots.indexer("Centre hospitalier universitaire de Sainte-Luce"))
                .contains(" chu", " ste");
    }

    @Test
    void les_mots_de_liaison_ne_comptent_pas_sauf_s_ils_sont_seuls() {
        assertThat(Mots.chercher("hopital de la rade")).containsExactly("hopital", "rade");
        assertThat(Mots.chercher("les")).containsExactly("les");
    }

    @Test
    void un_finess_et_un_code_ght_se_tapent_avec_ou_sans_espaces() {
        assertThat(Mots.chercher("340 780 477")).containsExactly("340780477");
        assertThat(Mots.chercher("2A 000 1")).containsExactly("2a0001");
        assertThat(Mots.chercher("OCC-04")).containsExactly("occ", "04");
        assertThat(Mots.chercher("occ04")).containsExactly("occ", "04");
    }

    @ParameterizedTest
    @CsvSource({
        "montpelier, montpellier, 1",
        "motnpellier, montpellier, 1",
        "monpel, montpellier, 1",
        "montppel, montpellier, 1",
        "nimse, nimes, 1",
        "montp, montpellier, 0",
        "brest, nimes, 4"
    })
    void la_distance_compte_les_fautes_jusqu_au_debut_le_plus_proche(String saisie, String mot, int fautes) {
        assertThat(Voisins.distance(saisie, mot)).isEqualTo(fautes);
    }

    @Property
    void normaliser_est_idempotent_et_ne_laisse_que_lettres_chiffres_et_espaces(@ForAll String texte) {
        var normalise = Mots.normaliser(texte);
        assertThat(normalise).matches("([a-z0-9]+( [a-z0-9]+)*)?");
        assertThat(Mots.normaliser(normalise)).isEqualTo(normalise);
    }

    @Property
    void aucune_saisie_ne_sort_de_ses_guillemets(@ForAll String saisie) {
        assertThat(Filtre.de(saisie).condition("c").replaceAll("c like '% [a-z0-9]+%'", "x"))
                .matches("true|\\(x\\)( and \\(x\\))*");
    }
}
