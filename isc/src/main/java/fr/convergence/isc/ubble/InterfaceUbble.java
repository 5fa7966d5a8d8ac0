package fr.convergence.isc.ubble;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** L'interface d'Ubble, par HTTP : chaque échange est borné en temps et en taille, et échoue en {@link UbbleDefaillant}. */
final class InterfaceUbble {

    private static final int TAILLE_MAX = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ReglagesDUbble reglages;
    private final HttpClient http;

    InterfaceUbble(ReglagesDUbble reglages) {
        this.reglages = reglages;
        var client = HttpClient.newBuilder().connectTimeout(reglages.delai());
        var certificat = reglages.certificat();
        this.http = (certificat == null
                        ? client
                        : client.sslContext(tls(certificat, reglages.motDePasseDuCertificat())))
                .build();
    }

    JsonNode lire(String chemin) {
        return corps(appeler(requete(chemin).GET().build()));
    }

    JsonNode envoyer(String chemin, Map<String, ?> corps) {
        return corps(poster(chemin, corps));
    }

    /** Le statut compte : un conflit dit que la vérification n'attend plus la personne. */
    HttpResponse<byte[]> poster(String chemin, Map<String, ?> corps) {
        return appeler(requete(chemin)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(corps)))
                .build());
    }

    static JsonNode corps(HttpResponse<byte[]> reponse) {
        if (reponse.statusCode() / 100 != 2) {
            throw new UbbleDefaillant(
                    reponse.request().method() + " " + reponse.uri().getPath() + " : " + reponse.statusCode());
        }
        try {
            return JSON.readTree(reponse.body());
        } catch (JacksonException e) {
            throw new UbbleDefaillant("Réponse illisible", e);
        }
    }

    private HttpRequest.Builder requete(String chemin) {
        var preuve = reglages.utilisateur() + ":" + reglages.motDePasse();
        return HttpRequest.newBuilder(URI.create(reglages.adresse() + chemin))
                .header("Accept", "application/json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(preuve.getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<byte[]> appeler(HttpRequest requete) {
        var quoi = requete.method() + " " + requete.uri().getPath();
        var attendue = http.sendAsync(requete, BodyHandlers.limiting(BodyHandlers.ofByteArray(), TAILLE_MAX));
        try {
            // Le délai d'une requête ne compte que jusqu'à ses en-têtes.
            return attendue.get(reglages.delai().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new UbbleDefaillant(quoi + " : " + e.getMessage(), e);
        } catch (TimeoutException e) {
            attendue.cancel(true);
            throw new UbbleDefaillant(quoi + " : pas de réponse entière en " + reglages.delai(), e);
        } catch (InterruptedException e) {
            attendue.cancel(true);
            Thread.currentThread().interrupt();
            throw new UbbleDefaillant(quoi + " : interrompu", e);
        }
    }

    /** Un certificat qui ne se lit pas empêche de démarrer, plutôt que d'échouer à chaque appel. */
    private static SSLContext tls(Path certificat, String motDePasse) {
        try (var flux = Files.newInputStream(certificat)) {
            var cles = KeyStore.getInstance("PKCS12");
            cles.load(flux, motDePasse.toCharArray());
            var gestion = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            gestion.init(cles, motDePasse.toCharArray());
            var contexte = SSLContext.getInstance("TLS");
            contexte.init(gestion.getKeyManagers(), null, null);
            return contexte;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("Le certificat pour Ubble ne se lit pas : " + certificat, e);
        }
    }
}
