package fr.convergence.parcours;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** La boîte de réception de la démonstration, par son API. */
final class Boite {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int ATTENTE_EN_SECONDES = 5;

    private final String adresse;

    Boite(String adresse) {
        this.adresse = adresse;
    }

    /** Attend, pour ce destinataire, un courriel où ce motif se trouve ; rend son premier groupe, dans le plus récent. */
    String attendre(String destinataire, String motif) {
        return attendre(destinataire, motif, 0);
    }

    /** Le même, parmi les seuls courriels arrivés après celui-ci. */
    String attendre(String destinataire, String motif, long depuis) {
        var forme = Pattern.compile(motif);
        var fin = Instant.now().plus(PATIENCE);
        var lus = courriels(destinataire, depuis, 0);
        while (Instant.now().isBefore(fin)) {
            var trouve = StreamSupport.stream(lus.spliterator(), false)
                    .map(courriel -> forme.matcher(courriel.path("objet").asString() + "\n"
                            + courriel.path("texte").asString()))
                    .filter(Matcher::find)
                    .map(lecture -> lecture.groupCount() == 0 ? lecture.group() : lecture.group(1))
                    .reduce((ancien, recent) -> recent);
            if (trouve.isPresent()) {
                return trouve.get();
            }
            courriels(destinataire, dernier(destinataire), ATTENTE_EN_SECONDES);
            lus = courriels(destinataire, depuis, 0);
        }
        throw new AssertionError("Aucun courriel « " + motif + " » pour " + destinataire + " : " + lus);
    }

    /** Numéro du dernier courriel de ce destinataire, 0 s'il n'en a pas. */
    long dernier(String destinataire) {
        return StreamSupport.stream(courriels(destinataire, 0, 0).spliterator(), false)
                .mapToLong(courriel -> courriel.path("id").asLong())
                .max()
                .orElse(0);
    }

    /** Un courriel tel qu'il est arrivé. */
    record Recu(String de, String objet, String texte, String html) {}

    /** Tous ceux de ce destinataire, dans l'ordre d'arrivée. */
    List<Recu> recus(String destinataire) {
        return StreamSupport.stream(courriels(destinataire, 0, 0).spliterator(), false)
                .map(courriel -> new Recu(
                        courriel.path("de").asString(),
                        courriel.path("objet").asString(),
                        courriel.path("texte").asString(),
                        courriel.path("html").asString()))
                .toList();
    }

    private JsonNode courriels(String destinataire, long depuis, int attendre) {
        try {
            var requete = HttpRequest.newBuilder(URI.create(adresse + "/api/courriels?a="
                            + URLEncoder.encode(destinataire, StandardCharsets.UTF_8) + "&depuis=" + depuis
                            + "&attendre=" + attendre))
                    .build();
            var lus = HTTP.send(requete, BodyHandlers.ofString()).body();
            return JSON.readTree(lus.replace('\u00a0', ' ')); // un parcours lit comme un œil
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
