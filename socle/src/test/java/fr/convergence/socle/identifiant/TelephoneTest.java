package fr.convergence.socle.identifiant;

import static fr.convergence.socle.identifiant.Lectures.lue;
import static fr.convergence.socle.identifiant.Lectures.refusee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("INS-1")
class TelephoneTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0467336733",
                "04 67 33 67 33",
                "04.67.33.67.33",
                "04-67-33-67-33",
                "04/67/33/67/33",
                "+33467336733",
                "+33 4 67 33 67 33",
                "0033467336733",
                "00 33 4 67 33 67 33",
                "+33 (0)4 67 33 67 33",
                "(04) 67 33 67 33",
                "tel:+33-4-67-33-67-33",
                "04\u00a067\u202f33 67 33",
                "+33 (0) 467 336 733"
            })
    void un_meme_numero_s_ecrit_de_bien_des_facons(String saisie) {
        var telephone = lue(Telephone.lire(saisie));
        assertThat(telephone).isEqualTo(new Telephone("+33467336733"));
        assertThat(telephone.affichage()).isEqualTo("+33 4 67 33 67 33");
        assertThat(telephone.mobile()).isFalse();
        assertThat(telephone.pays()).contains("FR");
    }

    @ParameterizedTest
    @CsvSource({
        "0262 90 50 50, +262262905050, RE",
        "0692 12 34 56, +262692123456, RE",
        "0590 89 10 10, +590590891010, GP",
        "0596 55 20 00, +596596552000, MQ",
        "0594 39 50 50, +594594395050, GF",
        "0269 61 80 00, +262269618000, YT",
        "+32 2 555 31 11, +3225553111, BE"
    })
    void l_outre_mer_se_passe_d_indicatif_et_l_etranger_non(String saisie, String attendu, String pays) {
        var telephone = lue(Telephone.lire(saisie));
        assertThat(telephone).hasToString(attendu);
        assertThat(telephone.pays()).contains(pays);
    }

    @Test
    void un_mobile_se_reconnait() {
        assertThat(lue(Telephone.lire("06 12 34 56 78")).mobile()).isTrue();
    }

    @Test
    void une_saisie_fausse_dit_ce_qui_est_faux() {
        refusee(Telephone.lire(" "), "identifiant.vide");
        refusee(Telephone.lire("0800 HOPITAL"), "identifiant.telephone.caracteres");
        refusee(Telephone.lire("04 67 33 67 33 poste 12"), "identifiant.telephone.caracteres");
        refusee(Telephone.lire("0".repeat(300)), "identifiant.telephone.caracteres");
        refusee(Telephone.lire("04 67 33 67 3"), "identifiant.telephone.inconnu");
        refusee(Telephone.lire("+999 123 456"), "identifiant.telephone.inconnu");
        refusee(Telephone.lire("112"), "identifiant.telephone.inconnu");
    }

    @Test
    void le_zero_garde_apres_l_indicatif_s_ote() {
        assertThat(lue(Telephone.lire("+330467336733"))).hasToString("+33467336733");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0467336733", "+330467336733", "+33 467336733", ""})
    void le_constructeur_n_accepte_que_la_forme_e164(String texte) {
        assertThatThrownBy(() -> new Telephone(texte)).isInstanceOf(IdentifiantRefuse.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999123456", "+332000000", "+12345678"})
    void un_numero_garde_se_lit_encore_quand_il_ne_se_saisirait_plus(String garde) {
        refusee(Telephone.lire(garde), "identifiant.telephone.inconnu");

        var telephone = new Telephone(garde);

        assertThat(telephone.affichage().replace(" ", "").replace("-", "")).isEqualTo(garde);
        assertThat(telephone.mobile()).isFalse();
    }

    @Property(tries = 300)
    void ce_qui_est_lu_se_relit(@ForAll("saisies") String saisie) {
        Telephone.lire(saisie).siLue().ifPresent(telephone -> {
            assertThat(lue(Telephone.lire(telephone.toString()))).isEqualTo(telephone);
            assertThat(lue(Telephone.lire(telephone.affichage()))).isEqualTo(telephone);
        });
    }

    @Provide
    Arbitrary<String> saisies() {
        return Arbitraries.oneOf(
                Arbitraries.strings().numeric().ofLength(9).map("0"::concat),
                Arbitraries.strings().withChars("+0123456789 ().-/").ofMaxLength(25));
    }
}
