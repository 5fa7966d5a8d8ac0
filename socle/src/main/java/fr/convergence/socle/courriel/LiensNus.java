package fr.convergence.socle.courriel;

import java.util.Set;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.text.CoreTextContentNodeRenderer;
import org.commonmark.renderer.text.TextContentNodeRendererContext;

/**
 * Dans un courriel en texte, une adresse est nue, entourée de blancs : une parenthèse ou un guillemet collé finit dans le
 * lien que la messagerie devine.
 */
final class LiensNus extends CoreTextContentNodeRenderer {

    LiensNus(TextContentNodeRendererContext contexte) {
        super(contexte);
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Link.class);
    }

    /** Seul dans son paragraphe, il a sa ligne ; dans une phrase, il finit par une espace s'il n'en finit pas la ligne. */
    @Override
    public void visit(Link lien) {
        var texte = context.getWriter();
        visitChildren(lien);
        texte.write(" :");
        if (lien.getPrevious() == null && lien.getNext() == null) {
            texte.line();
        } else {
            texte.whitespace();
        }
        texte.write(lien.getDestination());
        if (lien.getNext() != null) {
            texte.whitespace();
        }
    }
}
