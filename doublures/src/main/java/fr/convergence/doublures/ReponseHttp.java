package fr.convergence.doublures;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ce que l'on répond : un statut, des en-têtes, des octets. */
record ReponseHttp(int statut, Map<String, String> entetes, byte[] corps) {

    private static final String POLITIQUE = "default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    static ReponseHttp page(int statut, String html) {
        return new ReponseHttp(statut, Map.of("Content-Type", "text/html; charset=utf-8"), utf8(html))
                .avec("Content-Security-Policy", POLITIQUE);
    }

    static ReponseHttp de(String type, byte[] corps) {
        return new ReponseHttp(200, Map.of("Content-Type", type), corps)
                .avec("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
    }

    static ReponseHttp vide(int statut) {
        return new ReponseHttp(statut, Map.of(), new byte[0]);
    }

    static ReponseHttp vers(String adresse) {
        return vide(303).avec("Location", adresse);
    }

    ReponseHttp avec(String nom, String valeur) {
        var entetes = new LinkedHashMap<>(this.entetes);
        entetes.put(nom, valeur);
        return new ReponseHttp(statut, entetes, corps);
    }

    void envoyer(HttpExchange echange) throws IOException {
        var envoyes = echange.getResponseHeaders();
        envoyes.set("X-Content-Type-Options", "nosniff");
        envoyes.set("Referrer-Policy", "no-referrer");
        envoyes.set("Cache-Control", "no-store");
        entetes.forEach(envoyes::set);
        var sansCorps = corps.length == 0 || echange.getRequestMethod().equals("HEAD");
        echange.sendResponseHeaders(statut, sansCorps ? -1 : corps.length);
        if (!sansCorps) {
            echange.getResponseBody().write(corps);
        }
    }

    static byte[] utf8(String texte) {
        return texte.getBytes(StandardCharsets.UTF_8);
    }
}
