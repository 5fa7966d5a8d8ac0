package fr.convergence.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.socle.base.DemarrageImpossible;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PortsTest {

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--port-courriel", "--port-smtp", "--port-isc"})
    void un_port_pris_est_nomme_avec_l_option_qui_en_change(String option) throws IOException {
        try (var prise = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var options = (Options.Lues) Options.lire(
                    "--port=0",
                    "--port-courriel=0",
                    "--port-smtp=0",
                    "--port-isc=0",
                    option + "=" + prise.getLocalPort());

            assertThatThrownBy(() -> Ports.choisir(options))
                    .isInstanceOf(DemarrageImpossible.class)
                    .hasMessageStartingWith("Le port " + prise.getLocalPort() + " est déjà pris")
                    .hasMessageContaining(option + "=NUMERO");
        }
    }

    @Test
    void les_ports_laisses_au_systeme_different() {
        var ports = Ports.choisir(
                (Options.Lues) Options.lire("--port=0", "--port-courriel=0", "--port-smtp=0", "--port-isc=0"));

        assertThat(new int[] {ports.portail(), ports.courriel(), ports.smtp(), ports.isc()})
                .doesNotHaveDuplicates()
                .doesNotContain(0);
    }
}
