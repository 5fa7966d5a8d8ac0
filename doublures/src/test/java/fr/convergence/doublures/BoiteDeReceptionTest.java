package fr.convergence.doublures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class BoiteDeReceptionTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Authentificateur CLAIRE =
            new Authentificateur("Claire Martin", "claire.martin@ars.example", "JBSWY3DPEHPK3PXP");

    @TempDir
    Path dossier;

    private final HttpClient client = HttpClient.newHttpClient();
    private BoiteDeReception boite;

    @BeforeEach
    void ouvrir() throws IOException {
        boite = BoiteDeReception.ouvrir(new Reglages(dossier, 0, 0).avecAuthentificateurs(() -> List.of(CLAIRE)));
    }

    @AfterEach
    void fermer() {
        boite.close();
    }

    @Test
    void un_courriel_envoye_se_retrouve_par_son_destinataire() throws Exception {
        envoyer("jean@hopital.example", "Votre code à usage unique", "Code : 123 456", "<p>Code : <b>123 456</b></p>");
        envoyer("autre@hopital.example", "Autre", "rien", "<p>rien</p>");

        var courriels = courriels("a=Jean@hopital.example");

        assertThat(courriels).hasSize(1);
        var courriel = courriels.get(0);
        assertThat(courriel.get("objet").asString()).isEqualTo("Votre code à usage unique");
        assertThat(courriel.get("de").asString()).isEqualTo("Équipe <portail@convergence.example>");
        assertThat(courriel.get("a").get(0).asString()).isEqualTo("jean@hopital.example");
        assertThat(courriel.get("texte").asString()).isEqualTo("Code : 123 456");
        assertThat(courriel.get("html").asString()).isEqualTo("<p>Code : <b>123 456</b></p>");
        assertThat(courriel.get("messageId").asString()).startsWith("<").endsWith(">");
    }

    @Test
    void une_copie_cachee_arrive_aussi() throws Exception {
        var message = message("connu@hopital.example", "Copie", "texte", "<p>html</p>");
        message.addRecipient(RecipientType.BCC, new InternetAddress("cache@hopital.example"));
        Transport.send(message);

        assertThat(courriels("a=cache@hopital.example")).hasSize(1);
    }

    @Test
    void l_attente_rend_le_premier_courriel_des_son_arrivee() throws Exception {
        envoyer("a@a.example", "Premier", "1", "1");
        var vu = courriels("a=a@a.example").get(0).get("id").asLong();
        var reponse = client.sendAsync(
                HttpRequest.newBuilder(adresse("/api/courriels?a=a@a.example&attendre=20&depuis=" + vu))
                        .build(),
                BodyHandlers.ofString());

        envoyer("a@a.example", "Second", "2", "2");

        var lus = JSON.readTree(reponse.join().body());
        assertThat(lus).hasSize(1);
        assertThat(lus.get(0).get("objet").asString()).isEqualTo("Second");
    }

    @Test
    void les_courriels_survivent_a_une_fermeture_et_les_numeros_continuent() throws Exception {
        envoyer("a@a.example", "Avant", "1", "1");
        var avant = courriels("").get(0).get("id").asLong();
        Files.writeString(dossier.resolve("arrivee123.tmp"), "remise coupée");
        boite.close();
        ouvrir();

        envoyer("a@a.example", "Après", "2", "2");

        assertThat(courriels("")).hasSize(2);
        assertThat(courriels("depuis=" + avant).get(0).get("objet").asString()).isEqualTo("Après");
        assertThat(dossier.resolve("arrivee123.tmp")).doesNotExist();
    }

    @Test
    void les_plus_anciens_cedent_la_place() throws Exception {
        boite.close();
        boite = BoiteDeReception.ouvrir(new Reglages(dossier, 0, 0).avecMaximum(3));
        for (var i = 1; i <= 5; i++) {
            envoyer("a@a.example", "n" + i, "t", "h");
        }

        assertThat(courriels("").findValuesAsString("objet")).containsExactly("n3", "n4", "n5");
        try (var fichiers = Files.list(dossier)) {
            assertThat(fichiers).hasSize(3);
        }
    }

    @Test
    void cent_envois_simultanes_arrivent_tous_une_fois() throws Exception {
        try (var fils = Executors.newFixedThreadPool(20)) {
            IntStream.range(0, 100)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> {
                                try {
                                    envoyer("n" + i + "@a.example", "n" + i, "t", "h");
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                            },
                            fils))
                    .toList()
                    .forEach(CompletableFuture::join);
        }

        assertThat(courriels("").findValuesAsString("objet")).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void un_courriel_de_plus_de_25_mo_est_refuse_et_le_suivant_passe() throws Exception {
        assertThatThrownBy(() -> envoyer(
                        "a@a.example", "Gros", "x".repeat(80).concat("\r\n").repeat(330_000), "h"))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("552");
        envoyer("a@a.example", "Petit", "t", "h");

        assertThat(courriels("").findValuesAsString("objet")).containsExactly("Petit");
    }

    @Test
    void un_courriel_de_20_mo_passe() throws Exception {
        envoyer("a@a.example", "Lourd", "x".repeat(78).concat("\r\n").repeat(260_000), "h");

        assertThat(courriels("").findValuesAsString("objet")).containsExactly("Lourd");
    }

    @Test
    void une_entree_smtp_absurde_ne_gene_pas_les_suivantes() throws Exception {
        try (var prise = new Socket("localhost", boite.portSmtp())) {
            var sortie = prise.getOutputStream();
            sortie.write("\u0000\u0001 n'importe quoi\r\nDATA\r\nMAIL FROM:<<>\r\nRCPT\r\n"
                    .getBytes(StandardCharsets.UTF_8));
            sortie.write("HELO x\r\nMAIL FROM:<a@b.c>\r\nRCPT TO:<d@e.f>\r\nDATA\r\n".getBytes(StandardCharsets.UTF_8));
            sortie.write("ni en-tete: valable\r\nContent-Type: multipart/mixed\r\n\r\ncoupé"
                    .getBytes(StandardCharsets.UTF_8));
        }
        remettreBrut("Content-Type: multipart/mixed; boundary=\r\nSubject: =?x-inconnu?Q?=E9?=\r\n\r\n--\r\nabc");
        remettreBrut("pas d'en-tête du tout");
        envoyer("a@a.example", "Bon", "t", "h");

        assertThat(courriels("").findValuesAsString("objet")).hasSize(3).endsWith("Bon");
        for (var courriel : courriels("")) {
            assertThat(page("/courriels/" + courriel.get("id").asLong()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void les_pages_echappent_ce_qui_est_recu() throws Exception {
        envoyer("a@a.example", "<script>alert(1)</script>", "voir https://convergence.example/x?a=1&b=2.", "<i>h</i>");
        var id = courriels("").get(0).get("id").asLong();

        assertThat(page("/").body()).contains("&lt;script&gt;").doesNotContain("<script>");
        var lu = page("/courriels/" + id);
        assertThat(lu.body())
                .doesNotContain("<script>")
                .contains("<a href=\"https://convergence.example/x?a=1&amp;b=2\" rel=\"noreferrer\">");
        assertThat(lu.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("default-src 'none'");
        var contenu = page("/courriels/" + id + "/html");
        assertThat(contenu.body()).isEqualTo("<base target=\"_blank\"><i>h</i>");
        assertThat(contenu.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .startsWith("sandbox allow-popups");
        assertThat(page("/courriels/" + id + "/brut").body())
                .contains("Delivered-To: a@a.example", "Subject: <script>");
    }

    @Test
    void une_piece_jointe_se_telecharge() throws Exception {
        var message = message("a@a.example", "Pièce", "t", "h");
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
        var id = courriels("").get(0).get("id").asLong();

        var reponse = page("/courriels/" + id + "/pieces/0");

        assertThat(reponse.body()).isEqualTo("contenu");
        assertThat(reponse.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename*=UTF-8''re%C3%A7u.pdf");
        assertThat(page("/courriels/" + id + "/pieces/1").statusCode()).isEqualTo(404);
    }

    @Test
    void tout_effacer_vide_la_boite_sauf_depuis_un_autre_site() throws Exception {
        envoyer("a@a.example", "x", "t", "h");
        var depuisAilleurs = HttpRequest.newBuilder(adresse("/effacement"))
                .header("Sec-Fetch-Site", "cross-site")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(client.send(depuisAilleurs, BodyHandlers.discarding()).statusCode())
                .isEqualTo(403);
        assertThat(courriels("")).hasSize(1);

        var effacement =
                HttpRequest.newBuilder(adresse("/api/courriels")).DELETE().build();
        assertThat(client.send(effacement, BodyHandlers.discarding()).statusCode())
                .isEqualTo(204);
        assertThat(courriels("")).isEmpty();
    }

    @Test
    void une_adresse_inconnue_n_est_pas_trouvee() throws Exception {
        for (var chemin : List.of("/courriels/999", "/courriels/abc", "/courriels/1/x/y/z", "/x", "/api/x", "/api")) {
            assertThat(page(chemin).statusCode()).as(chemin).isEqualTo(404);
        }
    }

    @Test
    void la_page_des_codes_montre_chaque_personne_et_son_code() throws Exception {
        var codes = JSON.readTree(page("/api/codes").body());

        assertThat(codes.get(0).get("compte").asString()).isEqualTo("claire.martin@ars.example");
        assertThat(codes.get(0).get("code").asString()).matches("\\d{6}");
        assertThat(codes.get(0).get("secondesRestantes").asInt()).isBetween(1, 30);
        assertThat(page("/codes").body()).contains("Claire Martin", "puis ");
        assertThat(page("/codes?direct=oui").headers().firstValue("Refresh")).isPresent();
    }

    @Test
    void un_port_deja_pris_est_dit() {
        assertThatThrownBy(() -> BoiteDeReception.ouvrir(new Reglages(dossier.resolve("b"), boite.portSmtp(), 0)))
                .isInstanceOf(IOException.class);
    }

    private void envoyer(String a, String objet, String texte, String html) throws MessagingException {
        Transport.send(message(a, objet, texte, html));
    }

    private MimeMessage message(String a, String objet, String texte, String html) throws MessagingException {
        var reglages = new Properties();
        reglages.setProperty("mail.smtp.host", "localhost");
        reglages.setProperty("mail.smtp.port", String.valueOf(boite.portSmtp()));
        var message = new MimeMessage(Session.getInstance(reglages));
        message.setHeader("From", "=?UTF-8?Q?=C3=89quipe?= <portail@convergence.example>");
        message.setRecipient(RecipientType.TO, new InternetAddress(a));
        message.setSubject(objet, "UTF-8");
        var ensemble = new MimeMultipart("alternative");
        var enTexte = new MimeBodyPart();
        enTexte.setText(texte, "UTF-8");
        ensemble.addBodyPart(enTexte);
        var enHtml = new MimeBodyPart();
        enHtml.setText(html, "UTF-8", "html");
        ensemble.addBodyPart(enHtml);
        message.setContent(ensemble);
        return message;
    }

    private void remettreBrut(String contenu) throws IOException {
        try (var prise = new Socket("localhost", boite.portSmtp())) {
            var entree = new BufferedReader(new InputStreamReader(prise.getInputStream()));
            var sortie = prise.getOutputStream();
            for (var ligne : List.of("HELO x", "MAIL FROM:<>", "RCPT TO:<d@e.f>", "DATA", contenu + "\r\n.")) {
                entree.readLine();
                sortie.write((ligne + "\r\n").getBytes(StandardCharsets.UTF_8));
            }
            assertThat(entree.readLine()).startsWith("250");
        }
    }

    private JsonNode courriels(String parametres) throws Exception {
        return JSON.readTree(page("/api/courriels?" + parametres).body());
    }

    private HttpResponse<String> page(String chemin) throws Exception {
        return client.send(HttpRequest.newBuilder(adresse(chemin)).build(), BodyHandlers.ofString());
    }

    private URI adresse(String chemin) {
        return URI.create(boite.adresse() + chemin);
    }
}
