package fr.convergence.portail.accueil;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.PortailServi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Une page part comprimée à qui le demande, sans que ses secrets s'y laissent deviner. */
@PortailServi
final class PagesComprimeesTest {

    @LocalServerPort
    int port;

    @Test
    void une_page_part_comprimee_a_qui_le_demande() throws Exception {
        var entiere = lire("/connexion", "identity");
        var comprimee = lire("/connexion", "gzip");

        assertThat(entiere.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(comprimee.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(comprimee.headers().allValues("Vary").toString().toLowerCase())
                .contains("accept-encoding");
        assertThat(comprimee.body().length).isLessThan(entiere.body().length / 2);
        assertThat(titre(decompresser(comprimee.body()))).isEqualTo(titre(entiere.body()));
    }

    @Test
    void le_jeton_anti_rejeu_change_d_ecriture_a_chaque_page() throws Exception {
        var premiere = lire("/connexion", "identity");
        var temoin = premiere.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        var suivante = lire("/connexion", "identity", "Cookie", temoin);

        assertThat(suivante.headers().firstValue("Set-Cookie"))
                .as("même session")
                .isEmpty();
        assertThat(jeton(suivante)).isNotBlank().isNotEqualTo(jeton(premiere));
    }

    @Test
    void ce_que_la_construction_a_comprime_n_est_pas_comprime_deux_fois() throws Exception {
        var page = Jsoup.parse(new String(lire("/", "identity").body(), StandardCharsets.UTF_8));
        var style = page.select("link[rel=stylesheet]").first().attr("href");

        var reponse = lire(style, "br, gzip");

        assertThat(reponse.headers().firstValue("Content-Encoding")).contains("br");
    }

    private static String jeton(HttpResponse<byte[]> page) {
        return Jsoup.parse(new String(page.body(), StandardCharsets.UTF_8))
                .select("input[name=_csrf]")
                .attr("value");
    }

    private HttpResponse<byte[]> lire(String chemin, String encodages, String... entetes)
            throws IOException, InterruptedException {
        var demande = HttpRequest.newBuilder(adresse(chemin)).header("Accept-Encoding", encodages);
        if (entetes.length > 0) {
            demande.headers(entetes);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(demande.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private URI adresse(String chemin) {
        return URI.create("http://localhost:" + port + chemin);
    }

    private static byte[] decompresser(byte[] octets) throws IOException {
        try (InputStream entree = new GZIPInputStream(new ByteArrayInputStream(octets))) {
            return entree.readAllBytes();
        }
    }

    private static String titre(byte[] page) {
        return Jsoup.parse(new String(page, StandardCharsets.UTF_8)).title();
    }
}
