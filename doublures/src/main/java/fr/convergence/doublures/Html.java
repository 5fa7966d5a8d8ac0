package fr.convergence.doublures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** L'habillage des pages, et ce qui rend un texte reçu inoffensif. */
final class Html {

    static final byte[] STYLE = style();

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu 'à' HH:mm:ss", Locale.FRENCH)
            .withZone(ZoneId.of("Europe/Paris"));
    private static final Pattern LIEN = Pattern.compile("https?://[^\\s<>\"']*[^\\s<>\"'.,;:!?)\\]]");

    private Html() {}

    static String page(String titre, String courante, String corps) {
        return """
                <!doctype html>
                <html lang="fr">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s - Boîte de réception</title>
                <link rel="stylesheet" href="/style.css">
                <link rel="icon" href="/icone.svg" type="image/svg+xml">
                </head>
                <body>
                <header>
                <a class="evitement" href="#contenu">Aller au contenu</a>
                <p class="nom">Boîte de réception <span>tout ce que Convergence envoie arrive ici</span></p>
                <nav aria-label="Rubriques">%s%s</nav>
                </header>
                <main id="contenu">
                <h1>%s</h1>
                %s
                </main>
                </body>
                </html>
                """.formatted(
                        echapper(titre),
                        rubrique("/", "E-mails", courante),
                        rubrique("/codes", "Codes d’application", courante),
                        echapper(titre),
                        corps);
    }

    static String echapper(String texte) {
        return texte.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Le texte échappé, ses adresses web devenues des liens. */
    static String avecLiens(String texte) {
        var sortie = new StringBuilder();
        var liens = LIEN.matcher(texte);
        var fin = 0;
        while (liens.find()) {
            var lien = echapper(liens.group());
            sortie.append(echapper(texte.substring(fin, liens.start())))
                    .append("<a href=\"%s\" rel=\"noreferrer\">%s</a>".formatted(lien, lien));
            fin = liens.end();
        }
        return sortie.append(echapper(texte.substring(fin))).toString();
    }

    static String date(Instant instant) {
        return "<time datetime=\"%s\">%s</time>".formatted(instant, DATE.format(instant));
    }

    static String parametre(String texte) {
        return URLEncoder.encode(texte, StandardCharsets.UTF_8);
    }

    private static String rubrique(String adresse, String nom, String courante) {
        return "<a href=\"%s\"%s>%s</a>"
                .formatted(adresse, adresse.equals(courante) ? " aria-current=\"page\"" : "", echapper(nom));
    }

    private static byte[] style() {
        try (var entree = Html.class.getResourceAsStream("style.css")) {
            if (entree == null) {
                throw new IllegalStateException("style.css manque");
            }
            return entree.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
