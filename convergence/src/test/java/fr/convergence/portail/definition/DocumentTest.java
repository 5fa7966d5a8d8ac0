package fr.convergence.portail.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Un fichier entier : ce que valent ses mots sans guillemets, sa forme gardée, son empreinte. */
@Tag("FRM-1")
final class DocumentTest {

    /** YAML lit « no » ou « 012 » de plusieurs façons : ici, ce qui n'est pas évidemment un nombre reste un texte. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "12 | 12",
                "-12 | -12",
                "+12 | 12",
                "012 | 12",
                "0 | 0",
                "123456789012345678 | 123456789012345678",
                "1234567890123456789 | \"1234567890123456789\"",
                "2.50 | 2.5",
                "-0.5 | -0.5",
                "1000.00 | 1000",
                "100000000.00 | 100000000",
                "0.000000001 | 0.000000001",
                "1.1234567891 | \"1.1234567891\"",
                "1e3 | \"1e3\"",
                "0x1F | \"0x1F\"",
                ".5 | \".5\"",
                "1_000 | \"1_000\"",
                "true | true",
                "false | false",
                "True | \"True\"",
                "yes | \"yes\"",
                "oui | \"oui\"",
                "null | null",
                "~ | null",
                "Null | \"Null\"",
                "'12' | \"12\"",
                "'true' | \"true\"",
                "'' | \"\"",
                "2026-06-30 | \"2026-06-30\"",
                "J+21T23:59:59 | \"J+21T23:59:59\"",
            })
    void un_mot_sans_guillemets_vaut_ce_qu_il_dit(String ecrit, String garde) {
        assertThat(lu("v: " + ecrit).canonique()).isEqualTo("{\"v\":" + garde + "}");
    }

    @Test
    void une_cle_sans_rien_vaut_rien() {
        assertThat(lu("v:\nw: 1\n").canonique()).isEqualTo("{\"v\":null,\"w\":1}");
    }

    @Test
    void deux_ecritures_du_meme_contenu_ont_la_meme_empreinte() {
        var un = lu("titre: Guichet\nbornes: [1, 2.50]\n").canonique();
        var deux = lu("# commentaire\n{bornes: [1,\n 2.5], titre: 'Guichet'}\n").canonique();
        var trois = lu("titre: Guichet\nbornes: [2.50, 1]\n").canonique();
        assertThat(JsonCanonique.empreinte(deux)).isEqualTo(JsonCanonique.empreinte(un));
        assertThat(JsonCanonique.empreinte(trois)).isNotEqualTo(JsonCanonique.empreinte(un));
        assertThat(JsonCanonique.empreinte("é"))
                .as("SHA-256 de « é » en UTF-8")
                .isEqualTo("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
    }

    /** « guichet: » ou « formulaire: » dit ce qu'est le fichier ; plus bas, c'est un champ comme un autre. */
    @Test
    void un_fichier_dit_ce_qu_il_definit_au_premier_niveau() {
        var document = lu("guichet: CARE-D1\nsuite: {formulaire: x}\n");
        assertThat(document.definit("guichet")).isTrue();
        assertThat(document.definit("formulaire")).isFalse();
        assertThat(document.definit("Guichet")).isFalse();
    }

    /** Les dates relatives deviennent absolues partout, et les lignes restent celles du fichier. */
    @Test
    void remplacer_change_chaque_texte_et_garde_les_lignes() {
        var document = lu("a: x\nb:\n  - y\n  - {c: z, d: 12}\n").remplacer(texte -> texte.toUpperCase(Locale.FRENCH));
        assertThat(document.canonique()).isEqualTo("{\"a\":\"X\",\"b\":[\"Y\",{\"c\":\"Z\",\"d\":12}]}");
        var defauts = new Defauts("f.yaml");
        document.fiche(defauts, fiche -> fiche.obligatoire("b", Genres.liste(Genres.entier(0, 1), 1, 2)));
        assertThat(defauts.liste()).extracting(Defaut::ligne).containsExactly(1, 3, 4);
    }

    @Test
    void une_forme_gardee_se_lit_ligne_par_ligne_et_reste_la_meme_definition() {
        var canonique = lu("max: 10000000.50\nchoix: [a, b]\n").canonique();
        var lisible = Document.lisible(canonique);
        assertThat(lisible).contains("\n").contains("10000000.5");
        assertThat(lu(lisible).canonique()).isEqualTo(canonique);
    }

    @Test
    void une_importation_acceptee_n_a_pas_de_defaut() {
        var acceptee = Importation.de("lu", new Defauts("f.yaml"));
        assertThat(acceptee.defauts()).isEmpty();
        assertThat(acceptee.siAcceptee()).isEqualTo(Optional.of("lu"));
        var defauts = new Defauts("f.yaml");
        defauts.ajouter(2, "deux");
        defauts.ajouter(1, "un");
        assertThat(Importation.de("lu", defauts).defauts())
                .isEqualTo(List.of(new Defaut("f.yaml", 1, "un"), new Defaut("f.yaml", 2, "deux")));
    }

    @ParameterizedTest
    @CsvSource({"care", "care@", "@1", "care@0", "care@1x"})
    void une_reference_qui_vient_du_code_est_juste_ou_l_arrete(String texte) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reference.de(texte))
                .withMessage("Référence illisible : " + texte);
    }

    private static Document lu(String yaml) {
        var defauts = new Defauts("f.yaml");
        var lu = Document.lire(yaml, defauts);
        assertThat(defauts.liste()).as(yaml).isEmpty();
        return lu.orElseThrow();
    }
}
