package fr.convergence.socle.erreur;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Le dernier recours : une page sans gabarit, sans textes, sans base. */
final class PageReduite {

    private PageReduite() {}

    static void ecrire(int statut, HttpServletResponse reponse) throws IOException {
        if (reponse.isCommitted()) {
            return;
        }
        reponse.resetBuffer();
        reponse.setStatus(statut);
        reponse.setContentType("text/html;charset=UTF-8");
        reponse.getOutputStream().write(html(statut).getBytes(StandardCharsets.UTF_8));
    }

    static String html(int statut) {
        var demande = statut < 500;
        return """
                <!doctype html>
                <html lang="fr"><head><meta charset="utf-8"><title>%1$s</title></head>
                <body><h1>%1$s</h1><p>%2$s</p><p><a href="/">Revenir à l’accueil</a></p><p>Erreur %3$d</p></body></html>
                """.formatted(
                        demande ? "Demande incomprise" : "Un incident est survenu",
                        demande
                                ? "L’adresse ou les données envoyées ne sont pas celles attendues."
                                : "L’erreur vient de nos services. Attendez un instant, puis recommencez.",
                        statut);
    }
}
