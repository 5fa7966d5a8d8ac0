package fr.convergence.socle.mesure;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import fr.convergence.socle.base.DemarrageImpossible;
import fr.convergence.socle.sonde.Sondes;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

final class PorteDesMesuresTest {

    @Test
    void un_lecteur_qui_se_tait_n_arrete_pas_les_autres() throws Exception {
        var porte = porte("0", "127.0.0.1");
        porte.start();
        try (var muet = new Socket(InetAddress.getLoopbackAddress(), porte.port());
                var client = HttpClient.newHttpClient()) {
            muet.getOutputStream().write("GET /actuator/prometheus HTTP/1.1\r\nHost:".getBytes(US_ASCII));
            var adresse = URI.create("http://127.0.0.1:" + porte.port() + "/actuator/prometheus");

            var reponse = client.send(
                    HttpRequest.newBuilder(adresse)
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(reponse.body()).contains("jvm_memory_used_bytes");
        } finally {
            porte.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"neuf", "70000", "-1", "9464 "})
    void un_port_qui_n_en_est_pas_un_se_dit_avec_son_reglage(String port) {
        assertThatExceptionOfType(DemarrageImpossible.class)
                .isThrownBy(porte(port, "127.0.0.1")::start)
                .withMessageContaining("convergence.mesures.port")
                .withMessageContaining(port);
    }

    @Test
    void une_adresse_que_rien_ne_porte_se_dit_avec_son_reglage() {
        assertThatExceptionOfType(DemarrageImpossible.class)
                .isThrownBy(porte("0", "mesures.invalid")::start)
                .withMessageContaining("convergence.mesures.adresse")
                .withMessageContaining("mesures.invalid");
    }

    private static PorteDesMesures porte(String port, String adresse) {
        var rien = new StaticListableBeanFactory();
        return new PorteDesMesures(
                new Releve(rien.getBeanProvider(HikariDataSource.class), rien.getBeanProvider(Sondes.class), List.of()),
                port,
                adresse);
    }
}
