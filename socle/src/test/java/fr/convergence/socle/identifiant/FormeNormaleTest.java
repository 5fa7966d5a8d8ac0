package fr.convergence.socle.identifiant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormeNormaleTest {

    private static final List<UnaryOperator<String>> FORMES = List.of(
            FormeNormale::texte, FormeNormale::ligne, FormeNormale::nom, FormeNormale::sansEspaces, FormeNormale::code);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u200b",
                "\u00a0",
                "\u00ad",
                "\ufeff",
                "\u2060",
                "\u200d",
                "\u200c",
                "\u034f",
                "\u115f",
                "\u1160",
                "\u3164",
                "\uffa0",
                "\u2800",
                "\u180e",
                "\u17b4",
                "\ufe0f",
                "\u202e",
                "\u2066",
                "\u061c",
                "\u0000\u0007",
                "\ud800",
                "\uffff",
                "\udb40\udc41",
                "\r\n\t\u2028\u0085",
                "\u200b \u00ad\u00a0\ufeff"
            })
    void ce_qui_ne_se_voit_pas_n_est_rien(String saisie) {
        assertThat(FormeNormale.vide(saisie)).isTrue();
        FORMES.forEach(forme -> assertThat(forme.apply(saisie)).isEmpty());
    }

    @Test
    void les_bords_et_les_cesures_s_en_vont() {
        for (var saisie : List.of(
                "Directeur\u00a0",
                "Direc\u00adteur",
                "\ufeffDirecteur",
                "Di\u200brec\u2060teur",
                "\u202aDirecteur\u202c")) {
            assertThat(FormeNormale.ligne(saisie)).as(saisie).isEqualTo("Directeur");
            assertThat(FormeNormale.texte(saisie)).as(saisie).isEqualTo("Directeur");
        }
        assertThat(FormeNormale.ligne("e\u0301te\u0000\ud800")).isEqualTo("éte");
        assertThat(FormeNormale.ligne("e\u00ad\u0301te")).isEqualTo("éte");
    }

    @Test
    void un_texte_garde_ses_lignes_et_une_ligne_n_en_a_qu_une() {
        var saisie = "\u00a0un\u202f: a\r\n\r\n  deux\u2028trois\rquatre\t5 ";
        assertThat(FormeNormale.texte(saisie)).isEqualTo("un : a\n\n  deux\ntrois\nquatre\t5");
        assertThat(FormeNormale.ligne(saisie)).isEqualTo("un : a deux trois quatre 5");
    }

    @Test
    void un_nom_a_les_traits_d_union_et_les_apostrophes_du_clavier() {
        assertThat(FormeNormale.nom("Jean\u2011Pierre")).isEqualTo("Jean-Pierre");
        assertThat(FormeNormale.nom("Anne\u2013Lyse")).isEqualTo("Anne-Lyse");
        assertThat(FormeNormale.nom("Anne\u2212Lyse\u2010Marie")).isEqualTo("Anne-Lyse-Marie");
        for (var apostrophe : List.of("\u2018", "\u2019", "\u0060", "\u00b4", "\u02bc", "\uff07")) {
            assertThat(FormeNormale.nom("d" + apostrophe + "Arc")).isEqualTo("d'Arc");
        }
        assertThat(FormeNormale.texte("de 2024\u20132025 \u00ab\u00a0l\u2019an\u00a0\u00bb"))
                .as("un texte garde sa ponctuation")
                .isEqualTo("de 2024\u20132025 « l\u2019an »");
    }

    @Test
    void un_code_n_a_ni_espaces_ni_ponctuation() {
        assertThat(FormeNormale.code("fr76\u00ad 3000.6000\u20110112\ufeff")).isEqualTo("FR76300060000112");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👩‍💻",
                "👨‍👩‍👧‍👦",
                "👩🏽‍🚀",
                "🏳️‍🌈",
                "👨‍❤️‍💋‍👨",
                "1️⃣",
                "🏴\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f",
                "می\u200cخواهم",
                "क्\u200dष",
                "ക്\u200d",
                "র\u200d্য",
                "葛\udb40\udd00"
            })
    void ce_qui_change_le_dessin_des_voisins_reste(String saisie) {
        FORMES.subList(0, 3).forEach(forme -> assertThat(forme.apply(saisie)).isEqualTo(saisie));
    }

    @Test
    void un_liant_qui_ne_lie_rien_s_en_va() {
        assertThat(FormeNormale.nom("Mar\u200dtin\u200c")).isEqualTo("Martin");
        assertThat(FormeNormale.nom("\u200dالله\u200d\u200c\u200d")).isEqualTo("الله\u200d");
        assertThat(FormeNormale.texte("👩\u200d")).isEqualTo("👩");
        assertThat(FormeNormale.texte("\ufe0fa \ufe0f\ufe0fb")).isEqualTo("a b");
        assertThat(FormeNormale.texte("a\udb40\udc41\udb40\udc42")).isEqualTo("a");
    }

    @Test
    void un_signe_coupe_en_deux_s_en_va_comme_ce_qui_ne_se_lit_pas() {
        for (var illisible : List.of("\ud800", "\udc00", "\ufffd", "\udc00\ud800", "\ufffd\u200b\ufffd")) {
            assertThat(FormeNormale.vide(illisible)).isTrue();
            FORMES.forEach(
                    forme -> assertThat(forme.apply("A" + illisible + "B")).isEqualTo("AB"));
        }
        assertThat(FormeNormale.texte("a\ud83d\ude00b")).isEqualTo("a\ud83d\ude00b");
    }

    @Property(tries = 2_000)
    void ce_qui_se_garde_s_ecrit_et_se_relit_pareil(@ForAll("saisies") String saisie) {
        for (var forme : FORMES) {
            var gardee = forme.apply(saisie);
            assertThat(new String(gardee.getBytes(UTF_8), UTF_8))
                    .isEqualTo(gardee)
                    .doesNotContain("\ufffd");
        }
    }

    @Property(tries = 5_000)
    void la_forme_normale_d_une_forme_normale_est_elle_meme(@ForAll("saisies") String saisie) {
        for (var forme : FORMES) {
            var une = forme.apply(saisie);
            assertThat(forme.apply(une)).isEqualTo(une);
        }
    }

    @Property(tries = 5_000)
    void ce_qui_se_voit_n_est_jamais_vide(@ForAll("saisies") String saisie) {
        var vide = FormeNormale.vide(saisie);
        FORMES.subList(0, 4)
                .forEach(forme -> assertThat(forme.apply(saisie).isEmpty()).isEqualTo(vide));
    }

    @Property(tries = 2_000)
    void un_texte_est_compose_et_ses_lignes_se_comptent(@ForAll("saisies") String saisie) {
        var texte = FormeNormale.texte("x" + saisie + "x");
        assertThat(Normalizer.isNormalized(texte, Normalizer.Form.NFC)).isTrue();
        assertThat(texte.lines().count())
                .isEqualTo(("x" + saisie + "x")
                        .replaceAll("\r\n|[\r\u000b\f\u0085\u2028\u2029]", "\n")
                        .lines()
                        .count());
        assertThat(FormeNormale.ligne(saisie)).doesNotContain("\n", "  ");
    }

    @Provide
    Arbitrary<String> saisies() {
        var signes = Arbitraries.of(
                "a",
                "é",
                "e",
                "\u0301",
                "\u0323",
                " ",
                "\u00a0",
                "\n",
                "\r",
                "\r\n",
                "\t",
                "-",
                "\u2011",
                "\u2019",
                "`",
                "\u1fef",
                "\u00ad",
                "\u200b",
                "\ud83d",
                "\ude00",
                "\ufffd",
                "\u200c",
                "\u200d",
                "\ufeff",
                "\ufe0f",
                "\u2060",
                "\u034f",
                "\u3164",
                "\u2800",
                "\u0000",
                "\ud800",
                "👩",
                "🏽",
                "💻",
                "❤",
                "🏴",
                "\udb40\udc67",
                "\udb40\udc7f",
                "م",
                "ی",
                "\u08f1",
                "क",
                "\u094d",
                "ष",
                "ß",
                "\u0390",
                "\u2000",
                "\uac00",
                "\u11a8",
                "1",
                ".");
        return Arbitraries.oneOf(
                signes.list().ofMaxSize(12).map(liste -> String.join("", liste)),
                Arbitraries.strings().ofMaxLength(20));
    }
}
