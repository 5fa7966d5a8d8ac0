package fr.convergence.socle.identifiant;

import static fr.convergence.socle.identifiant.Lectures.avecUnAutreChiffre;
import static fr.convergence.socle.identifiant.Lectures.lue;
import static fr.convergence.socle.identifiant.Lectures.orne;
import static fr.convergence.socle.identifiant.Lectures.refusee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.iban4j.IbanUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FR1420041010050500013M02606", // registre IBAN de SWIFT
                "FR7630006000011234567890189",
                "MC5811222000010123456789030",
                "BE68539007547034",
                "DE89370400440532013000",
                "GB29NWBK60161331926819",
                "NL91ABNA0417164300"
            })
    void les_exemples_des_registres_sont_lus(String texte) {
        assertThat(lue(Iban.lire(texte))).hasToString(texte);
    }

    @Test
    void il_se_montre_par_groupes_de_quatre() {
        var iban = new Iban("FR7630006000011234567890189");
        assertThat(iban.affichage()).isEqualTo("FR76 3000 6000 0112 3456 7890 189");
        assertThat(iban.masque()).isEqualTo("FR76 … 0189");
        assertThat(iban.pays()).isEqualTo("FR");
        assertThat(lue(Iban.lire("IBAN : fr76 3000 6000 0112 3456 7890 189".replace(" :", ":"))))
                .isEqualTo(iban);
    }

    @Test
    void une_saisie_fausse_dit_ce_qui_est_faux() {
        refusee(Iban.lire(""), "identifiant.vide");
        refusee(Iban.lire("FR76 3000*"), "identifiant.iban.caracteres");
        refusee(Iban.lire("3000600001123456789018976"), "identifiant.iban.debut");
        refusee(Iban.lire("US7630006000011234567890189"), "identifiant.iban.pays", "US");
        refusee(Iban.lire("ZZ7630006000011234567890189"), "identifiant.iban.pays", "ZZ");
        refusee(Iban.lire("FR76300060000112345678901"), "identifiant.iban.longueur", "France", 27, 25);
        refusee(
                Iban.lire("FR7630006X00011234567890189".replace("X0", "X")),
                "identifiant.iban.longueur",
                "France",
                27,
                26);
        refusee(Iban.lire("FR76X0006000011234567890189"), "identifiant.iban.forme", "France");
        refusee(Iban.lire("FR7630006000011234567890188"), "identifiant.iban.cle");
        assertThatThrownBy(() -> new Iban("FR76 3000 6000 0112 3456 7890 189")).isInstanceOf(IdentifiantRefuse.class);
    }

    @Test
    void une_cle_de_rib_fausse_est_vue_meme_si_celle_de_l_iban_est_juste() {
        var sansCle = "30006000011234567890188";
        var texte = "FR" + IbanUtil.calculateCheckDigit("FR00" + sansCle) + sansCle;
        refusee(Iban.lire(texte), "identifiant.iban.rib");
    }

    @Property
    void un_chiffre_change_fausse_la_cle(
            @ForAll("comptes") Iban iban,
            @ForAll @IntRange(min = 2, max = 13) int rang,
            @ForAll @IntRange(min = 1, max = 9) int ecart) {
        refusee(Iban.lire(avecUnAutreChiffre(iban.valeur(), rang, ecart)), "identifiant.iban.cle");
    }

    @Property
    void espaces_et_casse_sont_sans_effet(@ForAll("comptes") Iban iban, @ForAll @IntRange(min = 1, max = 5) int pas) {
        assertThat(lue(Iban.lire(orne(iban.valeur(), "\u00a0", pas)))).isEqualTo(iban);
        assertThat(lue(Iban.lire(iban.affichage()))).isEqualTo(iban);
    }

    @Property
    void aucune_suite_de_lettres_et_de_chiffres_ne_fait_tomber_la_lecture(@ForAll("suites") String texte) {
        Iban.lire(texte);
        Bic.lire(texte);
    }

    /** Des comptes français dont la clé du RIB est calculée par une autre voie que celle du code : par essais. */
    @Provide
    Arbitrary<Iban> comptes() {
        return Combinators.combine(
                        Arbitraries.strings().numeric().ofLength(10),
                        Arbitraries.strings().numeric().withCharRange('A', 'Z').ofLength(11))
                .as((guichet, compte) -> {
                    for (int cle = 1; cle <= 97; cle++) {
                        var rib = "%s%s%02d".formatted(guichet, compte, cle);
                        var lecture = Iban.lire("FR" + IbanUtil.calculateCheckDigit("FR00" + rib) + rib);
                        if (lecture instanceof Lecture.Lue<Iban>(var iban)) {
                            return iban;
                        }
                    }
                    throw new AssertionError("aucune clé pour " + guichet + compte);
                });
    }

    @Provide
    Arbitrary<String> suites() {
        var pays = Arbitraries.of("FR", "MC", "BE", "IT", "ES", "MT", "BR", "XK", "SC", "LY", "RU");
        var suite = Arbitraries.strings().numeric().withCharRange('A', 'Z').ofMaxLength(34);
        return Combinators.combine(pays, suite).as(String::concat);
    }
}
