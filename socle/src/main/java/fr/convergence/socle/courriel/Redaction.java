package fr.convergence.socle.courriel;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import fr.convergence.socle.page.Typographie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.node.Link;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.springframework.core.io.ClassPathResource;

/**
 * Fait d'un modèle et de ses variables un courriel en texte et en HTML.
 *
 * <p>Une variable n'apporte que du texte : sa ponctuation Markdown est neutralisée, un nom ou un motif ne peut ni mettre
 * en forme ni glisser un lien.
 */
final class Redaction {

    /** Un courriel prêt à partir. */
    record Texte(String objet, String texte, String html) {}

    private static final Pattern PONCTUATION = Pattern.compile("([!-/:-@\\[-`{-~])");
    private static final Pattern BLANCS = Pattern.compile("\\s+");
    private static final String BOUTON =
            "display:inline-block;padding:12px 20px;background:#000091;color:#ffffff;text-decoration:none;font-weight:bold";

    private static final Parser MARKDOWN = Parser.builder().build();
    private static final TextContentRenderer TEXTE = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(contexte -> (noeud, balise, attributs) -> {
                if (noeud instanceof Link lien && seulDansSonParagraphe(lien)) {
                    attributs.put("style", BOUTON);
                }
            })
            .build();
    private static final Template COQUILLE = Mustache.compiler().compile(coquille());

    private Redaction() {}

    static Texte rediger(Modele modele, Map<String, String> variables) {
        var objet = BLANCS.matcher(remplir(Typographie.insecables(modele.objet()), variables, valeur -> valeur))
                .replaceAll(" ")
                .strip();
        var corps = MARKDOWN.parse(remplir(Typographie.insecables(modele.corps()), variables, Redaction::neutraliser));
        var html = COQUILLE.execute(
                Map.of("objet", objet, "service", variables.getOrDefault("service", ""), "corps", HTML.render(corps)));
        return new Texte(objet, TEXTE.render(corps), html);
    }

    private static String remplir(String modele, Map<String, String> variables, Mustache.Escaper echappement) {
        return Mustache.compiler()
                .withEscaper(echappement)
                .defaultValue("")
                .compile(modele)
                .execute(variables);
    }

    private static String neutraliser(String valeur) {
        return PONCTUATION.matcher(valeur).replaceAll("\\\\$1");
    }

    private static boolean seulDansSonParagraphe(Link lien) {
        return lien.getParent() instanceof Paragraph && lien.getPrevious() == null && lien.getNext() == null;
    }

    private static String coquille() {
        try {
            return new ClassPathResource("coquille.html", Redaction.class).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
