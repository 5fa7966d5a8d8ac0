package fr.convergence.doublures;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Un courriel : son enveloppe, son contenu, ses pièces, ses en-têtes. */
record PageCourriel(Courriel courriel, String entetes) {

    ReponseHttp reponse() {
        var titre = courriel.objet().isBlank() ? "(sans objet)" : courriel.objet();
        return ReponseHttp.page(200, Html.page(titre, "", enveloppe() + html() + texte() + pieces() + source()));
    }

    private String enveloppe() {
        return """
                <p class="actions"><a href="/">Tous les courriels</a></p>
                <dl>
                <dt>De</dt><dd>%s</dd>
                <dt>À</dt><dd>%s</dd>
                <dt>Reçu le</dt><dd>%s</dd>
                </dl>
                """.formatted(
                        Html.echapper(courriel.de()),
                        Html.echapper(String.join(", ", courriel.a())),
                        Html.date(courriel.recuLe()));
    }

    private String html() {
        return courriel.html().isBlank() ? "" : """
                <h2>Contenu mis en forme</h2>
                <iframe title="Contenu mis en forme de l’e-mail" src="/courriels/%d/html" referrerpolicy="no-referrer" \
                sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
                """.formatted(courriel.id());
    }

    private String texte() {
        return courriel.texte().isBlank()
                ? ""
                : "<h2>Contenu en texte</h2>\n<div class=\"texte\">%s</div>\n"
                        .formatted(Html.avecLiens(courriel.texte()));
    }

    private String pieces() {
        var pieces = courriel.pieces();
        return pieces.isEmpty()
                ? ""
                : IntStream.range(0, pieces.size())
                        .mapToObj(rang -> "<li><a href=\"/courriels/%d/pieces/%d\">%s</a></li>"
                                .formatted(courriel.id(), rang, Html.echapper(pieces.get(rang))))
                        .collect(Collectors.joining("", "<h2>Pièces jointes</h2><ul>", "</ul>"));
    }

    private String source() {
        return """
                <details><summary>En-têtes</summary>
                <pre tabindex="0">%s</pre>
                </details>
                <p><a href="/courriels/%d/brut">Voir la source entière</a></p>
                """.formatted(Html.echapper(entetes), courriel.id());
    }
}
