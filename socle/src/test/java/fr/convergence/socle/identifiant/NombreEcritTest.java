package fr.convergence.socle.identifiant;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NombreEcritTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "39380             | 39380",
                "39 380,50         | 39380.5",
                "39380.5           | 39380.5",
                "39\u202f380,50    | 39380.5",
                "- 1 234 567       | -1234567",
                "1  200            | 1200",
                "39 380 , 5        | 39380.5",
                "-12               | -12",
                "+12               | 12",
                "−12,5             | -12.5",
                "39.380,00         | 39380",
                "39,380.25         | 39380.25",
                "1.234.567         | 1234567",
                "1,234,567         | 1234567",
                "1.234.567,8       | 1234567.8",
                "12.345.678,90     | 12345678.9",
                "1'234,50          | 1234.5",
                "1’234’567         | 1234567",
                "0,125             | 0.125",
                "00,125            | 0.125",
                "999999999999      | 999999999999",
                "1,123456789       | 1.123456789",
                "100               | 100",
                "0                 | 0",
            })
    void chaque_facon_d_ecrire_un_nombre_se_lit(String saisie, BigDecimal attendu) {
        assertThat(NombreEcrit.lire(saisie, false)).isEqualTo(new NombreEcrit.Lu(attendu));
        assertThat(NombreEcrit.lire(saisie, false).siLu()).contains(attendu);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"39.380 | 39380 | 39.38", "1,250 | 1250 | 1.25", "-1.000 | -1000 | -1"})
    void un_nombre_qui_se_lit_de_deux_facons_les_dit_toutes_deux(String saisie, BigDecimal grand, BigDecimal petit) {
        assertThat(NombreEcrit.lire(saisie, false)).isEqualTo(new NombreEcrit.Ambigu(grand, petit));
        assertThat(NombreEcrit.lire(saisie, false).siLu()).isEmpty();
    }

    /** Trois décimales attendues : la virgule en est une, le point reste douteux. */
    @Test
    void des_milliemes_levent_le_doute_d_une_virgule_pas_d_un_point() {
        assertThat(NombreEcrit.lire("1,250", true)).isEqualTo(new NombreEcrit.Lu(new BigDecimal("1.25")));
        assertThat(NombreEcrit.lire("1.250", true)).isInstanceOf(NombreEcrit.Ambigu.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "douze",
                "1e3",
                "12,",
                ",5",
                "1.23.456",
                "1234.567,0",
                "1'23",
                "1.234,567.8",
                "1--2",
                "1234567890123",
                "1,1234567890",
                "12 €",
                "12 5",
                "1 200 30",
                "12 34",
                "1 2 3",
                "1234 567",
                "12,5 5",
                "1.234 567",
                "1 200 1 300 1 400",
                "100\n200",
                "100\t200"
            })
    void le_reste_est_illisible(String saisie) {
        assertThat(NombreEcrit.lire(saisie, false)).isEqualTo(new NombreEcrit.Illisible());
        assertThat(NombreEcrit.lire(saisie, false).siLu()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "39380.50 | 39 380,5",
                "1000000 | 1 000 000",
                "1E+3 | 1 000",
                "999 | 999",
                "-1234.5 | -1 234,5",
                "0.25 | 0,25"
            })
    void un_nombre_s_affiche_a_la_francaise(BigDecimal nombre, String affiche) {
        assertThat(NombreEcrit.affiche(nombre)).isEqualTo(affiche.replace(' ', '\u00a0'));
    }

    @Property
    void ce_qui_s_affiche_se_relit(
            @ForAll @BigRange(min = "-999999999", max = "999999999") @Scale(2) BigDecimal nombre) {
        assertThat(NombreEcrit.lire(NombreEcrit.affiche(nombre), true).siLu().orElseThrow())
                .isEqualByComparingTo(nombre);
    }
}
