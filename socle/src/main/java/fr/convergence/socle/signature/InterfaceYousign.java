package fr.convergence.socle.signature;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** L'interface de Yousign, par HTTP : chaque échange est borné en temps et en taille, et échoue en {@link PartenaireDefaillant}. */
final class InterfaceYousign {

    private static final int TAILLE_MAX = 32 << 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ReglagesDeYousign reglages;
    private final HttpClient http;

    InterfaceYousign(ReglagesDeYousign reglages) {
        this.reglages = reglages;
        this.http = HttpClient.newBuilder().connectTimeout(reglages.delai()).build();
    }

    JsonNode lire(String chemin) {
        return json(octets(chemin));
    }

    byte[] octets(String chemin) {
        return appeler(requete(chemin).GET().build());
    }

    JsonNode envoyer(String chemin, Map<String, ?> corps) {
        return json(appeler(requete(chemin)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(corps)))
                .build()));
    }

    JsonNode televerser(String chemin, byte[] pdf) {
        var limite = "limite-" + UUID.randomUUID();
        var corps = new ByteArrayOutputStream();
        corps.writeBytes("""
                --%1$s\r
                Content-Disposition: form-data; name="nature"\r
                \r
                signable_document\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="convention.pdf"\r
                Content-Type: application/pdf\r
                \r
                """.formatted(limite).getBytes(StandardCharsets.UTF_8));
        corps.writeBytes(pdf);
        corps.writeBytes("\r\n--%s--\r\n".formatted(limite).getBytes(StandardCharsets.UTF_8));
        return json(appeler(requete(chemin)
                .header("Content-Type", "multipart/form-data; boundary=" + limite)
                .POST(BodyPublishers.ofByteArray(corps.toByteArray()))
                .build()));
    }

    private HttpRequest.Builder requete(String chemin) {
        return HttpRequest.newBuilder(URI.create(reglages.adresse() + chemin))
                .header("Accept", "*/*")
                .header("Authorization", "Bearer " + reglages.cle());
    }

    private byte[] appeler(HttpRequest requete) {
        var quoi = requete.method() + " " + requete.uri().getPath();
        var attendue = http.sendAsync(requete, BodyHandlers.limiting(BodyHandlers.ofByteArray(), TAILLE_MAX));
        try {
            // Le délai d'une requête ne compte que jusqu'à ses en-têtes.
            var reponse = attendue.get(reglages.delai().toMillis(), TimeUnit.MILLISECONDS);
            if (reponse.statusCode() / 100 != 2) {
                throw new PartenaireDefaillant(quoi + " : " + reponse.statusCode());
            }
            return reponse.body();
        } catch (ExecutionException e) {
            throw new PartenaireDefaillant(quoi + " : " + e.getMessage(), e);
        } catch (TimeoutException e) {
            attendue.cancel(true);
            throw new PartenaireDefaillant(quoi + " : pas de réponse entière en " + reglages.delai(), e);
        } catch (InterruptedException e) {
            attendue.cancel(true);
            Thread.currentThread().interrupt();
            throw new PartenaireDefaillant(quoi + " : interrompu", e);
        }
    }

    private static JsonNode json(byte[] corps) {
        try {
            return JSON.readTree(corps);
        } catch (JacksonException e) {
            throw new PartenaireDefaillant("Réponse illisible", e);
        }
    }
}
