package fr.convergence.portail.acces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.PortailServi;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** L'hôte et le relais que dit une requête sont ce que l'on veut bien y écrire : rien n'en revient. */
@PortailServi
final class HoteForgeTest {

    private static final String FORGE = "pirate.example";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/connexion",
                "/tableau-de-bord",
                "/instruction",
                "/administration",
                "/inscription",
                "/nulle-part",
                "/deconnexion",
                "/mot-de-passe-oublie",
                "/mot-de-passe-oublie/envoi",
                "/compte/sessions"
            })
    void un_hote_forge_n_est_repris_ni_dans_une_page_ni_dans_une_redirection(String adresse) throws IOException {
        var reponse = demander(
                adresse,
                "Host: " + FORGE + "\r\nX-Forwarded-Host: " + FORGE
                        + "\r\nX-Forwarded-Proto: https\r\nX-Forwarded-For: " + FORGE + "\r\nForwarded: host=" + FORGE);

        assertThat(reponse).startsWith("HTTP/1.1").doesNotContain(FORGE);
    }

    @Test
    void une_redirection_est_relative() throws IOException {
        assertThat(demander("/tableau-de-bord", "Host: " + FORGE)).contains("Location: /connexion");
    }

    private String demander(String adresse, String entetes) throws IOException {
        try (var fil = new Socket("localhost", port)) {
            fil.setSoTimeout(10_000);
            var requete =
                    "GET " + adresse + " HTTP/1.1\r\n" + entetes + "\r\nAccept: text/html\r\nConnection: close\r\n\r\n";
            fil.getOutputStream().write(requete.getBytes(UTF_8));
            return new String(fil.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
