package fr.convergence.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OptionsTest {

    @Test
    void sans_option_tout_a_une_valeur() {
        assertThat(Options.lire())
                .isEqualTo(new Options.Lues(
                        8080,
                        8081,
                        8025,
                        8082,
                        "127.0.0.1",
                        Path.of("donnees").toAbsolutePath(),
                        Optional.empty(),
                        true,
                        true));
    }

    @Test
    void les_deux_ecritures_sont_comprises_et_la_derniere_l_emporte() {
        var lues = (Options.Lues) Options.lire(
                "--port=1",
                "--port",
                "9090",
                "--port-courriel=9091",
                "--port-smtp=0",
                "--registre",
                "/r",
                "--donnees=/d");

        assertThat(lues)
                .isEqualTo(new Options.Lues(
                        9090, 9091, 0, 8082, "127.0.0.1", Path.of("/d"), Optional.of(Path.of("/r")), true, true));
    }

    @Test
    void l_aide_l_emporte_sur_le_reste() {
        assertThat(Options.lire("--port=9090", "--aide")).isEqualTo(new Options.Aide());
    }

    @Test
    void une_option_inconnue_est_nommee() {
        assertThat(Options.lire("--prot=1"))
                .isEqualTo(new Options.Fautives("Option inconnue : --prot=1 (voir --aide)."));
        assertThat(Options.lire("port=1")).isInstanceOf(Options.Fautives.class);
    }

    @Test
    void un_port_impossible_est_refuse() {
        for (var port : new String[] {"x", "-1", "65536", "", "999999999"}) {
            assertThat(Options.lire("--port=" + port)).as(port).isInstanceOf(Options.Fautives.class);
        }
        assertThat(Options.lire("--port")).isInstanceOf(Options.Fautives.class);
    }

    @Test
    void les_exemples_se_deposent_ou_non() {
        assertThat(((Options.Lues) Options.lire("--exemples=non")).exemples()).isFalse();
        assertThat(((Options.Lues) Options.lire("--isc=non")).isc()).isFalse();
        assertThat(Options.lire("--exemples=peut-etre"))
                .isEqualTo(new Options.Fautives("L’option --exemples attend oui ou non, pas « peut-etre »."));
    }
}
