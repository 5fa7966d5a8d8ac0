package fr.convergence.socle.identifiant;

import static fr.convergence.socle.identifiant.Lectures.avecUnAutreChiffre;
import static fr.convergence.socle.identifiant.Lectures.lue;
import static fr.convergence.socle.identifiant.Lectures.orne;
import static fr.convergence.socle.identifiant.Lectures.refusee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinessTest {

    @ParameterizedTest
    @CsvSource({"340780477,34", "2A0000014,2A", "2B0000020,2B", "970100178,971", "970408589,974", "980500003,976"})
    void le_departement_se_lit_dans_le_numero(String numero, String departement) {
        assertThat(avecCle(numero).departement()).isEqualTo(departement);
    }

    @Test
    void la_region_est_celle_du_departement() {
        assertThat(new Finess("340780477").region()).contains(Region.OCCITANIE);
        assertThat(avecCle("2A0000014").region()).contains(Region.CORSE);
        assertThat(avecCle("970500003").region()).isEmpty();
    }

    @Test
    void une_saisie_fausse_dit_ce_qui_est_faux() {
        refusee(Finess.lire(null), "identifiant.vide");
        refusee(Finess.lire("  \t "), "identifiant.vide");
        refusee(Finess.lire("34078047"), "identifiant.finess.longueur", 8);
        refusee(Finess.lire("A40780477"), "identifiant.finess.forme");
        refusee(Finess.lire("34078047\u0000"), "identifiant.finess.longueur", 8);
        refusee(Finess.lire("٣٤٠٧٨٠٤٧٧"), "identifiant.finess.forme");
        refusee(Finess.lire("340780478"), "identifiant.finess.cle");
    }

    @Test
    void le_constructeur_refuse_ce_que_la_lecture_refuse() {
        assertThatThrownBy(() -> new Finess("340780478"))
                .isInstanceOf(IdentifiantRefuse.class)
                .hasMessageNotContaining("340780478");
        assertThatThrownBy(() -> new Finess(" 340780477")).isInstanceOf(IdentifiantRefuse.class);
    }

    @Property
    void un_chiffre_change_fausse_la_cle(
            @ForAll("numeros") Finess finess,
            @ForAll @IntRange(min = 2, max = 8) int rang,
            @ForAll @IntRange(min = 1, max = 9) int ecart) {
        refusee(Finess.lire(avecUnAutreChiffre(finess.valeur(), rang, ecart)), "identifiant.finess.cle");
    }

    @Property
    void espaces_et_casse_sont_sans_effet(
            @ForAll("numeros") Finess finess,
            @ForAll("espaces") String espace,
            @ForAll @IntRange(min = 1, max = 4) int pas) {
        assertThat(lue(Finess.lire(orne(finess.valeur(), espace, pas)))).isEqualTo(finess);
    }

    @Property
    void le_texte_relu_donne_le_meme_numero(@ForAll("numeros") Finess finess) {
        assertThat(lue(Finess.lire(finess.toString()))).isEqualTo(finess);
    }

    @Provide
    Arbitrary<Finess> numeros() {
        var debuts = Arbitraries.of("01", "34", "75", "2A", "2B", "97", "98");
        return debuts.flatMap(
                debut -> Arbitraries.strings().numeric().ofLength(7).map(suite -> avecCle(debut + suite)));
    }

    @Provide
    Arbitrary<String> espaces() {
        return Arbitraries.of(" ", "\u00a0", "\u202f", "\t", "\n", "\u200b", "\ufeff", "-", ".");
    }

    /** Le numéro dont les huit premiers caractères sont donnés, sa clé recherchée : il n'y en a qu'une. */
    private static Finess avecCle(String numero) {
        return IntStream.range(0, 10)
                .mapToObj(cle -> Finess.lire(numero.substring(0, 8) + cle))
                .flatMap(lecture -> lecture.siLue().stream())
                .reduce((_, _) -> {
                    throw new AssertionError("deux clés justes");
                })
                .orElseThrow();
    }
}
