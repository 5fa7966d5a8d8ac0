package fr.convergence.mesures.enumeration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Un visiteur que rien ne désigne : une adresse, une session neuves à chaque essai, pour que les freins ne parlent pas. */
final class Inconnu {

    /** Ce qu'il a vu. */
    record Vu(int statut, String vers, String page, long nanosecondes) {

        /** La page sans ce qui change d'une requête à l'autre ni ce qu'il a lui-même saisi. */
        String comparable(String saisi) {
            return statut + " " + vers + " "
                    + page.replaceAll("(name=\"(?:_csrf|_cle)\" value|name=\"csrf\"[^>]* content)=\"[^\"]*\"", "")
                            .replace(saisi, "…");
        }
    }

    private static final AtomicInteger ADRESSE = new AtomicInteger();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern JETON = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String site;
    private final String adresse;
    private final Map<String, String> temoins = new HashMap<>();
    private String page = "";

    Inconnu(String site) {
        this.site = site;
        var rang = ADRESSE.incrementAndGet();
        this.adresse = "203.%d.%d.%d".formatted(rang >> 16 & 255, rang >> 8 & 255, rang & 255);
    }

    String lire(String chemin) {
        page = demander(HttpRequest.newBuilder(URI.create(site + chemin)).GET()).page();
        return page;
    }

    /** Le premier groupe de ce motif dans la dernière page lue. */
    String trouver(String motif) {
        var trouve = Pattern.compile(motif).matcher(page);
        if (!trouve.find()) {
            throw new IllegalStateException("« " + motif + " » absent de : " + page);
        }
        return trouve.group(1);
    }

    Vu envoyer(String chemin, Map<String, String> champs) {
        var jeton = JETON.matcher(page);
        var tous = new HashMap<>(champs);
        tous.put("_csrf", jeton.find() ? jeton.group(1) : "");
        var corps = tous.entrySet().stream()
                .map(champ -> champ.getKey() + "=" + URLEncoder.encode(champ.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return demander(HttpRequest.newBuilder(URI.create(site + chemin))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(corps)));
    }

    private Vu demander(HttpRequest.Builder demande) {
        demande.header("X-Forwarded-For", adresse).header("Accept", "text/html");
        if (!temoins.isEmpty()) {
            demande.header(
                    "Cookie",
                    temoins.entrySet().stream()
                            .map(temoin -> temoin.getKey() + "=" + temoin.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var requete = demande.build();
            var debut = System.nanoTime();
            var reponse = CLIENT.send(requete, BodyHandlers.ofString());
            var duree = System.nanoTime() - debut;
            retenir(reponse);
            var vers = reponse.headers().firstValue("Location").orElse("");
            return new Vu(reponse.statusCode(), vers, reponse.body(), duree);
        } catch (IOException echec) {
            throw new UncheckedIOException(echec);
        } catch (InterruptedException arret) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(arret);
        }
    }

    private void retenir(HttpResponse<?> reponse) {
        for (var pose : reponse.headers().allValues("Set-Cookie")) {
            var paire = pose.substring(0, pose.indexOf(';')).split("=", 2);
            temoins.put(paire[0], paire[1]);
        }
    }
}
