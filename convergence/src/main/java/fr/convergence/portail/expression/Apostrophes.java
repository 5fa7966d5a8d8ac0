package fr.convergence.portail.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelMutableAst;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableMutableAst;
import dev.cel.common.navigation.CelNavigableMutableExpr;
import fr.convergence.socle.identifiant.FormeNormale;
import java.util.List;

/**
 * Deux textes qui ne diffèrent que par l'apostrophe sont le même : le nom d'une région s'affiche avec l'une, l'auteur d'une
 * condition en tape une autre. La condition et ce qu'elle lit prennent tous deux celle du clavier.
 */
public final class Apostrophes {

    private Apostrophes() {}

    /** Ce que vaut une variable, tel qu'une expression le compare. */
    public static Object jointes(Object valeur) {
        return switch (valeur) {
            case String texte -> FormeNormale.apostrophesJointes(texte);
            case List<?> textes -> textes.stream().map(Apostrophes::jointes).toList();
            default -> valeur;
        };
    }

    /** La même expression, lue et pas encore vérifiée, avec ses textes ainsi écrits. */
    static CelAbstractSyntaxTree jointes(CelAbstractSyntaxTree lue) {
        var arbre = CelMutableAst.fromCelAst(lue);
        CelNavigableMutableAst.fromAst(arbre)
                .getRoot()
                .allNodes()
                .map(CelNavigableMutableExpr::expr)
                .filter(expr -> expr.getKind() == ExprKind.Kind.CONSTANT
                        && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE)
                .forEach(expr -> expr.setConstant(CelConstant.ofValue(
                        FormeNormale.apostrophesJointes(expr.constant().stringValue()))));
        return arbre.toParsedAst();
    }
}
