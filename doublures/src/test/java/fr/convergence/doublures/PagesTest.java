package fr.convergence.doublures;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.activation.DataHandler;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

final class PagesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Authentificateur CLAIRE =
            new Authentificateur("Claire Martin", "claire.martin@ars.example", "JBSWY3DPEHPK3PXP");

    @TempDir
    Path dossier;

    private BoiteEssayee boite;

    @BeforeEach
    void ouvrir() throws IOException {
        boite = new BoiteEssayee(new ReglagesDesDoublures(dossier, 0, 0).avecAuthentificateurs(() -> List.of(CLAIRE)));
    }

    @AfterEach
    void fermer() {
        boite.close();
    }

    @Test
    void les_pages_echappent_ce_qui_est_recu() throws Exception {
        boite.envoyer(
                "a@a.example", "<script>alert(1)</script>", "voir https://convergence.example/x?a=1&b=2.", "<i>h</i>");
        var id = boite.courriels("").get(0).get("id").asLong();

        assertThat(boite.page("/").body()).contains("&lt;script&gt;").doesNotContain("<script>");
        var lu = boite.page("/courriels/" + id);
        assertThat(lu.body())
                .doesNotContain("<script>")
                .contains("<a href=\"https://convergence.example/x?a=1&amp;b=2\" rel=\"noreferrer\">");
        assertThat(lu.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'none'");
        var contenu = boite.page("/courriels/" + id + "/html");
        assertThat(contenu.body()).isEqualTo("<base target=\"_blank\"><i>h</i>");
        assertThat(contenu.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .startsWith("sandbox allow-popups");
        assertThat(boite.page("/courriels/" + id + "/brut").body())
                .contains("Delivered-To: a@a.example", "Subject: <script>");
    }

    @Test
    void une_piece_jointe_se_telecharge() throws Exception {
        var message = boite.message("a@a.example", "Pièce", "t", "h");
        var ensemble = new MimeMultipart("mixed");
        var texte = new MimeBodyPart();
        texte.setText("voir la pièce", "UTF-8");
        ensemble.addBodyPart(texte);
        var piece = new MimeBodyPart();
        piece.setDataHandler(new DataHandler(
                new ByteArrayDataSource("contenu".getBytes(StandardCharsets.UTF_8), "application/pdf")));
        piece.setFileName("reçu.pdf");
        ensemble.addBodyPart(piece);
        message.setContent(ensemble);
        Transport.send(message);
        var id = boite.courriels("").get(0).get("id").asLong();

        var reponse = boite.page("/courriels/" + id + "/pieces/0");

        assertThat(reponse.body()).isEqualTo("contenu");
        assertThat(reponse.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename*=UTF-8''re%C3%A7u.pdf");
        assertThat(boite.page("/courriels/" + id + "/pieces/1").statusCode()).isEqualTo(404);
    }

    @Test
    void tout_effacer_vide_la_boite_sauf_depuis_un_autre_site() throws Exception {
        boite.envoyer("a@a.example", "x", "t", "h");
        var depuisAilleurs = HttpRequest.newBuilder(boite.adresse("/effacement"))
                .header("Sec-Fetch-Site", "cross-site")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(boite.client()
                        .send(depuisAilleurs, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(403);
        assertThat(boite.courriels("")).hasSize(1);

        var effacement =
                HttpRequest.newBuilder(boite.adresse("/api/courriels")).DELETE().build();
        assertThat(boite.client().send(effacement, BodyHandlers.discarding()).statusCode())
                .isEqualTo(204);
        assertThat(boite.courriels("")).isEmpty();
    }

    @Test
    void une_adresse_inconnue_n_est_pas_trouvee() throws Exception {
        for (var chemin : List.of("/courriels/999", "/courriels/abc", "/courriels/1/x/y/z", "/x", "/api/x", "/api")) {
            assertThat(boite.page(chemin).statusCode()).as(chemin).isEqualTo(404);
        }
    }

    @Test
    void la_page_des_codes_montre_chaque_personne_et_son_code() throws Exception {
        var codes = JSON.readTree(boite.page("/api/codes").body());

        assertThat(codes.get(0).get("compte").asString()).isEqualTo("claire.martin@ars.example");
        assertThat(codes.get(0).get("code").asString()).matches("\\d{6}");
        assertThat(codes.get(0).get("secondesRestantes").asInt()).isBetween(1, 30);
        assertThat(boite.page("/codes").body()).contains("Claire Martin", "puis ");
        assertThat(boite.page("/codes?direct=oui").headers().firstValue("Refresh"))
                .isPresent();
    }
}
