package fr.convergence.demonstration.vie;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** Une personne devant son navigateur, sans script : elle lit une page, remplit un formulaire, l'envoie, lit la suivante. */
final class Visite {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http;
    private final Map<String, String> temoins = new TreeMap<>();
    private URI adresse;
    private Document page = new Document("");

    Visite(HttpClient http, URI site) {
        this.http = http;
        this.adresse = site;
    }

    Visite lire(String chemin) throws IOException, InterruptedException {
        return recevoir(demander(adresse.resolve(chemin)));
    }

    /** Un fichier, tel quel ; la page lue reste la même. */
    byte[] octets(String chemin) throws IOException, InterruptedException {
        var reponse = http.send(demander(adresse.resolve(chemin)), BodyHandlers.ofByteArray());
        if (reponse.statusCode() != 200) {
            throw new IllegalStateException("%s : %d".formatted(chemin, reponse.statusCode()));
        }
        return reponse.body();
    }

    /** Le chemin de la page lue, redirections suivies. */
    String chemin() {
        return adresse.getPath();
    }

    Document page() {
        return page;
    }

    /** Le formulaire qu'envoie le bouton que ce sélecteur désigne. */
    FormulaireDePage formulaire(String selecteur) {
        var bouton = page.selectFirst(selecteur);
        if (bouton == null) {
            throw new IllegalStateException("Pas de bouton « %s » sur %s".formatted(selecteur, adresse.getPath()));
        }
        var formulaire = bouton.hasAttr("form") ? page.getElementById(bouton.attr("form")) : bouton.closest("form");
        return new FormulaireDePage(this, (FormElement) requireNonNull(formulaire), bouton);
    }

    Visite envoyer(String action, String type, byte[] corps) throws IOException, InterruptedException {
        var origine = adresse;
        var recue =
                recevoir(demander(adresse.resolve(action), "Content-Type", type, BodyPublishers.ofByteArray(corps)));
        var erreurs = page.select("#erreurs a, .fr-error-text").eachText();
        if (!erreurs.isEmpty()) {
            throw new IllegalStateException("%s refusé : %s".formatted(origine.getPath(), erreurs));
        }
        return recue;
    }

    private HttpRequest demander(URI vers) {
        return entetes(HttpRequest.newBuilder(vers)).GET().build();
    }

    private HttpRequest demander(URI vers, String nom, String valeur, BodyPublisher corps) {
        return entetes(HttpRequest.newBuilder(vers))
                .header(nom, valeur)
                .POST(corps)
                .build();
    }

    private HttpRequest.Builder entetes(HttpRequest.Builder requete) {
        requete.timeout(PATIENCE).header("Accept", "text/html").header("User-Agent", "Mozilla/5.0 (sans script)");
        if (!temoins.isEmpty()) {
            requete.header(
                    "Cookie",
                    temoins.entrySet().stream()
                            .map(temoin -> temoin.getKey() + "=" + temoin.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return requete;
    }

    private Visite recevoir(HttpRequest requete) throws IOException, InterruptedException {
        var reponse = http.send(requete, BodyHandlers.ofString(StandardCharsets.UTF_8));
        reponse.headers().allValues("Set-Cookie").forEach(this::retenir);
        if (reponse.statusCode() / 100 == 3) {
            return recevoir(demander(requete.uri().resolve(destination(reponse))));
        }
        if (reponse.statusCode() != 200 && reponse.statusCode() != 422) {
            throw new IllegalStateException("%s : %d".formatted(requete.uri().getPath(), reponse.statusCode()));
        }
        adresse = requete.uri();
        page = Jsoup.parse(reponse.body());
        return this;
    }

    private static String destination(HttpResponse<String> reponse) {
        return reponse.headers().firstValue("Location").orElseThrow();
    }

    private void retenir(String temoin) {
        var paire = temoin.split(";")[0].split("=", 2);
        if (paire[1].isEmpty()) {
            temoins.remove(paire[0]);
        } else {
            temoins.put(paire[0], paire[1]);
        }
    }
}
