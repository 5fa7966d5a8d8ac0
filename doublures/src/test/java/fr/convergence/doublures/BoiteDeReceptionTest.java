package fr.convergence.doublures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

final class BoiteDeReceptionTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path dossier;

    private BoiteEssayee boite;

    @BeforeEach
    void ouvrir() throws IOException {
        boite = new BoiteEssayee(new ReglagesDesDoublures(dossier, 0, 0));
    }

    @AfterEach
    void fermer() {
        boite.close();
    }

    @Test
    void un_sms_confie_a_la_passerelle_se_retrouve_par_son_numero() throws Exception {
        assertThat(
                        sms(
                                "{\"id\":\"un\",\"to\":\"+33612345678\",\"from\":\"ISC\",\"text\":\"Ouvrez http://ici/a_b – été\"}"))
                .isEqualTo(202);
        assertThat(sms("{\"id\":\"deux\",\"to\":\"0612345678\",\"text\":\"Sans indicatif\"}"))
                .isEqualTo(422);

        var recus = boite.courriels("a=%2B33612345678");
        assertThat(recus).hasSize(1);
        assertThat(recus.get(0).get("texte").asString().strip()).isEqualTo("Ouvrez http://ici/a_b – été");
        assertThat(recus.get(0).get("objet").asString()).isEqualTo("SMS");
    }

    private int sms(String corps) throws Exception {
        return boite.client()
                .send(
                        HttpRequest.newBuilder(boite.adresse("/api/sms"))
                                .POST(HttpRequest.BodyPublishers.ofString(corps))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void un_courriel_envoye_se_retrouve_par_son_destinataire() throws Exception {
        boite.envoyer(
                "jean@hopital.example", "Votre code à usage unique", "Code : 123 456", "<p>Code : <b>123 456</b></p>");
        boite.envoyer("autre@hopital.example", "Autre", "rien", "<p>rien</p>");

        var courriels = boite.courriels("a=Jean@hopital.example");

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
        var message = boite.message("connu@hopital.example", "Copie", "texte", "<p>html</p>");
        message.addRecipient(RecipientType.BCC, new InternetAddress("cache@hopital.example"));
        Transport.send(message);

        assertThat(boite.courriels("a=cache@hopital.example")).hasSize(1);
    }

    @Test
    void l_attente_rend_le_premier_courriel_des_son_arrivee() throws Exception {
        boite.envoyer("a@a.example", "Premier", "1", "1");
        var vu = boite.courriels("a=a@a.example").get(0).get("id").asLong();
        var reponse = boite.client()
                .sendAsync(
                        HttpRequest.newBuilder(boite.adresse("/api/courriels?a=a@a.example&attendre=20&depuis=" + vu))
                                .build(),
                        BodyHandlers.ofString());

        boite.envoyer("a@a.example", "Second", "2", "2");

        var lus = JSON.readTree(reponse.join().body());
        assertThat(lus).hasSize(1);
        assertThat(lus.get(0).get("objet").asString()).isEqualTo("Second");
    }

    @Test
    void les_courriels_survivent_a_une_fermeture_et_les_numeros_continuent() throws Exception {
        boite.envoyer("a@a.example", "Avant", "1", "1");
        var avant = boite.courriels("").get(0).get("id").asLong();
        Files.writeString(dossier.resolve("arrivee123.tmp"), "remise coupée");
        boite.close();
        ouvrir();

        boite.envoyer("a@a.example", "Après", "2", "2");

        assertThat(boite.courriels("")).hasSize(2);
        assertThat(boite.courriels("depuis=" + avant).get(0).get("objet").asString())
                .isEqualTo("Après");
        assertThat(dossier.resolve("arrivee123.tmp")).doesNotExist();
    }

    @Test
    void les_plus_anciens_cedent_la_place() throws Exception {
        boite.close();
        boite = new BoiteEssayee(new ReglagesDesDoublures(dossier, 0, 0).avecMaximum(3));
        for (var i = 1; i <= 5; i++) {
            boite.envoyer("a@a.example", "n" + i, "t", "h");
        }

        assertThat(boite.courriels("").findValuesAsString("objet")).containsExactly("n3", "n4", "n5");
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
                                    boite.envoyer("n" + i + "@a.example", "n" + i, "t", "h");
                                } catch (Exception e) {
                                    throw new IllegalStateException(e);
                                }
                            },
                            fils))
                    .toList()
                    .forEach(CompletableFuture::join);
        }

        assertThat(boite.courriels("").findValuesAsString("objet")).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void un_courriel_de_plus_de_25_mo_est_refuse_et_le_suivant_passe() throws Exception {
        assertThatThrownBy(() -> boite.envoyer(
                        "a@a.example", "Gros", "x".repeat(80).concat("\r\n").repeat(330_000), "h"))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("552");
        boite.envoyer("a@a.example", "Petit", "t", "h");

        assertThat(boite.courriels("").findValuesAsString("objet")).containsExactly("Petit");
    }

    @Test
    void un_gros_courriel_passe() throws Exception {
        boite.envoyer("a@a.example", "Lourd", "x".repeat(78).concat("\r\n").repeat(65_000), "h");

        assertThat(boite.courriels("").findValuesAsString("objet")).containsExactly("Lourd");
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
        boite.remettreBrut("Content-Type: multipart/mixed; boundary=\r\nSubject: =?x-inconnu?Q?=E9?=\r\n\r\n--\r\nabc");
        boite.remettreBrut("pas d'en-tête du tout");
        boite.envoyer("a@a.example", "Bon", "t", "h");

        assertThat(boite.courriels("").findValuesAsString("objet")).hasSize(3).endsWith("Bon");
        for (var courriel : boite.courriels("")) {
            assertThat(boite.page("/courriels/" + courriel.get("id").asLong()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void un_port_deja_pris_est_dit() {
        assertThatThrownBy(() ->
                        BoiteDeReception.ouvrir(new ReglagesDesDoublures(dossier.resolve("b"), boite.portSmtp(), 0)))
                .isInstanceOf(IOException.class);
    }
}
