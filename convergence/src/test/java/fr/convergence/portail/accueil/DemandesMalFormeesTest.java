package fr.convergence.portail.accueil;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.PortailServi;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Ce que le serveur refuse avant l'application, ou qui s'arrête en route, se dit en français et ne dit rien de lui. */
@PortailServi
@Tag("I18N-1")
final class DemandesMalFormeesTest {

    private static final String HOTE = "Host: localhost\r\n";
    private static final String LONGUEUR = "Content-Length: 1000\r\n\r\n";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz HTTP/1.1\r\n" + HOTE + "\r\n",
                "GET /?a=%zz HTTP/1.1\r\n" + HOTE + "\r\n",
                "GET /a%00b HTTP/1.1\r\n" + HOTE + "\r\n",
                "GET /a%2fb HTTP/1.1\r\n" + HOTE + "\r\n",
                "GET /a%5cb HTTP/1.1\r\n" + HOTE + "\r\n",
                "GET /a<b> HTTP/1.1\r\n" + HOTE + "\r\n",
                "GET /a;b=c HTTP/1.1\r\n" + HOTE + "\r\n",
                "GET /../x HTTP/1.1\r\n" + HOTE + "\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\n" + HOTE + HOTE + "\r\n",
                "GET / HTTP/1.1\r\nHost: a_b{c}\r\n\r\n",
                "GET / HTTP/1.1\r\n" + HOTE + "X y: a\r\n\r\n",
                "GET / HTTP/1.1\r\n" + HOTE + "X: a\0b\r\n\r\n",
                "G{T / HTTP/1.1\r\n" + HOTE + "\r\n",
                "FAUX / HTTP/1.1\r\n" + HOTE + "\r\n",
                "GET / HTTP/3.0\r\n" + HOTE + "\r\n",
                "CONNECT a:1 HTTP/1.1\r\n" + HOTE + "\r\n",
                "TRACE / HTTP/1.1\r\n" + HOTE + "\r\n",
                "POST /connexion HTTP/1.1\r\n" + HOTE + "Content-Length: abc\r\n\r\n",
                "POST /connexion HTTP/1.1\r\n" + HOTE + "Transfer-Encoding: faux\r\n\r\n",
                "POST /connexion HTTP/1.1\r\n" + HOTE + "Expect: faux\r\nContent-Length: 1\r\n\r\na",
                "POST /connexion HTTP/1.1\r\n" + HOTE + "Transfer-Encoding: chunked\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\nzz\r\n"
            })
    void une_demande_mal_formee_a_sa_page(String demande) throws IOException {
        enFrancais(repondre(demande));
    }

    @Test
    void une_adresse_ou_des_entetes_trop_longs_ont_leur_page() throws IOException {
        enFrancais(repondre("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n" + HOTE + "\r\n"));
        enFrancais(repondre("GET / HTTP/1.1\r\n" + HOTE + "X: " + "a".repeat(20_000) + "\r\n\r\n"));
        enFrancais(repondre("GET / HTTP/1.1\r\n" + HOTE + "X: a\r\n".repeat(300) + "\r\n"));
    }

    /** La ligne est à moitié fermée : plus rien ne viendra, la réponse se lit encore. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/x-www-form-urlencoded\r\n" + LONGUEUR + "a=b",
                "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
                "Content-Type: multipart/form-data; boundary=x\r\n" + LONGUEUR + "--x\r\nContent-Disp",
                "Content-Type: multipart/form-data\r\n" + LONGUEUR + "abc"
            })
    void un_corps_qui_s_arrete_en_route_a_sa_page(String suite) throws IOException {
        enFrancais(repondre("POST /connexion HTTP/1.1\r\n" + HOTE + suite));
    }

    @Test
    void un_formulaire_arrete_et_coupe_n_est_pas_une_panne() throws IOException {
        var reponse = repondre("POST /dossiers/ABCDEFGHIJ/candidature/banque HTTP/1.1\r\n" + HOTE
                + "Sec-Fetch-Site: same-origin\r\nContent-Type: multipart/form-data; boundary=x\r\n" + LONGUEUR
                + "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\nmort\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"role\"\r\n\r\nbonjour\r\n--x\r\nContent-");

        enFrancais(reponse);
        assertThat(reponse).startsWith("HTTP/1.1 4");
        // Une réponse coupée passerait pour effacée.
        assertThat(reponse).doesNotContain("Envoyer de nouveau");
    }

    private static void enFrancais(String reponse) {
        assertThat(reponse)
                .containsPattern("HTTP/1.1 [45]\\d\\d")
                .contains("lang=\"fr\"", "</html>")
                .doesNotContainIgnoringCase("tomcat", "HTTP Status", "Exception");
    }

    private String repondre(String demande) throws IOException {
        try (var fil = new Socket("localhost", port)) {
            fil.setSoTimeout(10_000);
            fil.getOutputStream().write(demande.getBytes(ISO_8859_1));
            fil.shutdownOutput();
            return new String(fil.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
