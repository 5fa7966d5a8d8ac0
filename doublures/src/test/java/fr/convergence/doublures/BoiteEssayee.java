package fr.convergence.doublures;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
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
import java.util.List;
import java.util.Properties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Une boîte ouverte et de quoi l'essayer : un client SMTP, un client HTTP. */
final class BoiteEssayee implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final BoiteDeReception boite;

    BoiteEssayee(ReglagesDesDoublures reglages) throws IOException {
        boite = BoiteDeReception.ouvrir(reglages);
    }

    @Override
    public void close() {
        boite.close();
        client.close();
    }

    HttpClient client() {
        return client;
    }

    int portSmtp() {
        return boite.portSmtp();
    }

    void envoyer(String a, String objet, String texte, String html) throws MessagingException {
        Transport.send(message(a, objet, texte, html));
    }

    MimeMessage message(String a, String objet, String texte, String html) throws MessagingException {
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

    void remettreBrut(String contenu) throws IOException {
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

    JsonNode courriels(String parametres) throws Exception {
        return JSON.readTree(page("/api/courriels?" + parametres).body());
    }

    HttpResponse<String> page(String chemin) throws Exception {
        return client.send(HttpRequest.newBuilder(adresse(chemin)).build(), BodyHandlers.ofString());
    }

    URI adresse(String chemin) {
        return URI.create(boite.adresse() + chemin);
    }
}
