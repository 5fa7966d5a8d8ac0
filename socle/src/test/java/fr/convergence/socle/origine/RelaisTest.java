package fr.convergence.socle.origine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RelaisTest {

    @Test
    void sans_relais_nomme_aucune_adresse_ne_se_croit() {
        assertThat(new Relais("").nomme("10.1.2.3")).isFalse();
        assertThat(new Relais("").nomme("127.0.0.1")).isFalse();
    }

    @Test
    void un_relais_se_nomme_par_son_adresse_ou_son_reseau() {
        var relais = new Relais("10.1.2.0/24, 192.0.2.7,2001:db8::/32");

        assertThat(relais.nomme("10.1.2.3")).isTrue();
        assertThat(relais.nomme("10.1.3.3")).isFalse();
        assertThat(relais.nomme("192.0.2.7")).isTrue();
        assertThat(relais.nomme("192.0.2.8")).isFalse();
        assertThat(relais.nomme("2001:db8:1::1")).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new Relais("relais.exemple"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.1 | 198.51.100.1",
                // Ce que le visiteur a écrit lui-même est à gauche.
                "10.1.2.9, 198.51.100.1 | 198.51.100.1",
                "x, 198.51.100.1 | 198.51.100.1",
                "198.51.100.1, 10.1.2.3 | 198.51.100.1",
                "203.0.113.9, 198.51.100.1, 10.1.2.3, 10.1.2.4 | 198.51.100.1",
                "10.1.2.3 | 10.1.2.3",
                "2001:db8::5 | 2001:db8::5",
            })
    void le_visiteur_est_la_derniere_adresse_que_n_a_pas_ecrite_un_relais(String suite, String visiteur) {
        assertThat(new Relais("10.1.2.0/24").visiteur(suite)).contains(visiteur);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' | ''", "x | ''", "198.51.100.1, x, 10.1.2.3 | ''", "exemple.fr | ''"})
    void une_suite_illisible_ne_donne_pas_d_adresse(String suite, String rien) {
        assertThat(new Relais("10.1.2.0/24").visiteur(suite)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:0:1::7, 2001:db8:0:1:aaaa:bbbb:cccc:1, true",
        "2001:DB8:0:1:0:0:0:7, 2001:db8:0:1::, true",
        "2001:db8::1, 2001:db8:0:0:1::, true",
        "2001:db8:0:2::7, 2001:db8:0:1::7, false",
        "::ffff:192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false"
    })
    void un_reseau_ipv6_compte_pour_un_lieu_de_quelque_facon_qu_il_s_ecrive(String une, String autre, boolean meme) {
        assertThat(Reseau.de(une).equals(Reseau.de(autre))).isEqualTo(meme);
    }
}
