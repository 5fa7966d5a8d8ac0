package fr.convergence.socle.texte;

import fr.convergence.socle.page.Typographie;
import fr.convergence.socle.site.Langue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Fait d'un texte Markdown une page : son titre, ses intertitres avec une ancre chacun, son HTML.
 *
 * <p>Le HTML écrit dans le texte est échappé et les adresses douteuses sont vidées : l'opérateur met en forme, il ne
 * programme pas.
 */
public final class Markdown {

    private static final Parser LECTEUR = Parser.builder().build();
    private static final TextContentRenderer TEXTE =
            TextContentRenderer.builder().build();

    private Markdown() {}

    /** @param variables ce qui remplace {@code {{nom}}} */
    public static Texte rendre(String markdown, Map<String, String> variables) {
        return rendre(markdown, variables, Langue.FRANCAIS);
    }

    /** Le même, dans la langue où il est écrit. */
    static Texte rendre(String markdown, Map<String, String> variables, Langue langue) {
        var rempli = Typographie.composer(markdown, langue);
        for (var variable : variables.entrySet()) {
            rempli = rempli.replace("{{" + variable.getKey() + "}}", variable.getValue());
        }
        var document = LECTEUR.parse(rempli);
        var titre = oterLeTitre(document);
        var intertitres = intertitres(document);
        return new Texte(titre, html(intertitres).render(document), List.copyOf(intertitres));
    }

    private static HtmlRenderer html(List<Texte.Intertitre> intertitres) {
        return HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(contexte -> (noeud, balise, attributs) -> {
                    if (noeud instanceof Heading titre && titre.getLevel() == 2) {
                        var texte = TEXTE.render(titre);
                        intertitres.stream()
                                .filter(intertitre -> intertitre.texte().equals(texte))
                                .findFirst()
                                .ifPresent(intertitre -> attributs.put("id", intertitre.ancre()));
                        attributs.put("class", "cv-repere fr-h4");
                    }
                })
                .build();
    }

    private static String oterLeTitre(Node document) {
        if (document.getFirstChild() instanceof Heading titre && titre.getLevel() == 1) {
            titre.unlink();
            return TEXTE.render(titre);
        }
        return "";
    }

    private static List<Texte.Intertitre> intertitres(Node document) {
        var liste = new ArrayList<Texte.Intertitre>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading titre) {
                if (titre.getLevel() == 2) {
                    liste.add(new Texte.Intertitre("partie-" + (liste.size() + 1), TEXTE.render(titre)));
                }
            }
        });
        return liste;
    }
}
