package fr.convergence.doublures;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Ce que répond le magasin S3. */
record ReponseS3(int statut, Map<String, String> entetes, byte[] corps) {

    static ReponseS3 vide(int statut) {
        return new ReponseS3(statut, Map.of(), new byte[0]);
    }

    static ReponseS3 xml(String texte) {
        return new ReponseS3(200, Map.of("Content-Type", "application/xml"), texte.getBytes(StandardCharsets.UTF_8));
    }

    static ReponseS3 erreur(int statut, String code) {
        return new ReponseS3(
                statut,
                Map.of("Content-Type", "application/xml"),
                "<Error><Code>%s</Code><Message>%s</Message></Error>"
                        .formatted(code, code)
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** @param coupee n'en envoie que la moitié, et raccroche */
    void envoyer(HttpExchange echange, boolean coupee) throws IOException {
        entetes.forEach(echange.getResponseHeaders()::set);
        if (echange.getRequestMethod().equals("HEAD")) {
            echange.getResponseHeaders().set("Content-Length", String.valueOf(corps.length));
            echange.sendResponseHeaders(statut, -1);
            return;
        }
        echange.sendResponseHeaders(statut, corps.length == 0 ? -1 : corps.length);
        if (corps.length > 0) {
            echange.getResponseBody().write(corps, 0, coupee ? corps.length / 2 : corps.length);
            echange.getResponseBody().flush();
        }
    }
}
