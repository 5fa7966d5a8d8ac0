package fr.convergence.socle.courriel;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.commonmark.node.Link;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.springframework.core.io.ClassPathResource;

/** Fait du Markdown d'un courriel son texte et son HTML. Tout texte se met en forme : rien n'y échoue. */
final class MiseEnForme {

    /** Un courriel prêt à partir. */
    record Texte(String objet, String texte, String html) {}

    private static final String BOUTON =
            "display:inline-block;padding:12px 20px;background:#000091;color:#ffffff;text-decoration:none;font-weight:bold";

    private static final Parser MARKDOWN = Parser.builder().build();
    private static final TextContentRenderer TEXTE = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .nodeRendererFactory(LiensNus::new)
            .build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br>\n") // une ligne saisie reste une ligne, comme dans le texte et l'aperçu
            .attributeProviderFactory(contexte -> (noeud, balise, attributs) -> {
                if (noeud instanceof Link lien && seulDansSonParagraphe(lien)) {
                    attributs.put("style", BOUTON);
                }
            })
            .build();
    private static final Template COQUILLE = Mustache.compiler().compile(coquille());

    private MiseEnForme() {}

    /** @param service nom du site, en tête et au pied du HTML */
    static Texte de(Redaction.Ecrit ecrit, String service) {
        var corps = MARKDOWN.parse(ecrit.markdown());
        var html = COQUILLE.execute(Map.of("objet", ecrit.objet(), "service", service, "corps", HTML.render(corps)));
        return new Texte(ecrit.objet(), TEXTE.render(corps), html);
    }

    /** Où mène un courriel, et ce que son bouton en dit. */
    record Bouton(String intitule, String lien) {}

    /** Le premier : le courriel d'un fait en a un. */
    static Bouton bouton(Redaction.Ecrit ecrit) {
        for (var bloc = MARKDOWN.parse(ecrit.markdown()).getFirstChild(); bloc != null; bloc = bloc.getNext()) {
            if (bloc.getFirstChild() instanceof Link lien && seulDansSonParagraphe(lien)) {
                return new Bouton(intitule(lien), lien.getDestination());
            }
        }
        return new Bouton("", "");
    }

    private static String intitule(Link lien) {
        var mots = new StringBuilder();
        for (var mot = lien.getFirstChild(); mot != null; mot = mot.getNext()) {
            if (mot instanceof Text texte) {
                mots.append(texte.getLiteral());
            }
        }
        return mots.toString();
    }

    private static boolean seulDansSonParagraphe(Link lien) {
        return lien.getParent() instanceof Paragraph && lien.getPrevious() == null && lien.getNext() == null;
    }

    private static String coquille() {
        try {
            return new ClassPathResource("coquille.html", MiseEnForme.class).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
