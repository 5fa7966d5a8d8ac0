package fr.convergence.portail.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Ce que dit une expression de chaque variable, lu sur son arbre. */
final class AnalyseDExpression {

    private static final Set<String> COMPARAISONS = Set.of("_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_", "@in");

    private final Vocabulaire vocabulaire;
    private final Map<String, Set<Object>> constantes = new TreeMap<>();
    private final Set<String> ailleurs = new HashSet<>();
    private Optional<String> contresens = Optional.empty();

    AnalyseDExpression(CelAbstractSyntaxTree arbre, Vocabulaire vocabulaire) {
        this.vocabulaire = vocabulaire;
        var comparees = new HashSet<Long>();
        CelNavigableAst.fromAst(arbre).getRoot().allNodes().forEach(noeud -> {
            var expr = noeud.expr();
            if (expr.getKind() == ExprKind.Kind.CALL) {
                comparaison(expr).ifPresent(comparees::add);
            }
        });
        CelNavigableAst.fromAst(arbre)
                .getRoot()
                .allNodes()
                .map(noeud -> noeud.expr())
                .filter(expr -> variable(expr).isPresent())
                .forEach(expr -> retenir(expr, comparees));
    }

    Map<String, Reperes> reperes() {
        var reperes = new TreeMap<String, Reperes>();
        constantes.forEach((nom, valeurs) -> reperes.put(nom, new Reperes(valeurs, ailleurs.contains(nom))));
        return Map.copyOf(reperes);
    }

    /** Une comparaison avec une réponse qui n'existe pas est toujours fausse : c'est une faute de frappe. */
    Optional<String> contresens() {
        return contresens;
    }

    private void retenir(CelExpr expr, Set<Long> comparees) {
        var nom = variable(expr).orElseThrow();
        constantes.computeIfAbsent(nom, _ -> new HashSet<>());
        if (!comparees.contains(expr.id())) {
            ailleurs.add(nom);
        }
    }

    /** L'identifiant du nœud de la variable, quand l'appel la compare à des constantes. */
    private Optional<Long> comparaison(CelExpr appel) {
        var args = appel.call().args();
        if (!COMPARAISONS.contains(appel.call().function()) || args.size() != 2) {
            return Optional.empty();
        }
        var gauche = args.get(0);
        var droite = args.get(1);
        var expr = variable(gauche).isPresent() ? gauche : droite;
        var autres = constantes(expr == gauche ? droite : gauche);
        if (variable(expr).isEmpty() || autres.isEmpty()) {
            return Optional.empty();
        }
        var nom = variable(expr).orElseThrow();
        constantes.computeIfAbsent(nom, _ -> new HashSet<>()).addAll(autres);
        verifier(nom, autres);
        return Optional.of(expr.id());
    }

    private void verifier(String nom, List<Object> autres) {
        var valeurs = vocabulaire.mot(nom).map(Mot::valeurs).orElse(List.of());
        if (!valeurs.isEmpty()) {
            autres.stream()
                    .filter(constante -> constante instanceof String texte && !valeurs.contains(texte))
                    .findFirst()
                    .ifPresent(faute -> contresens = Optional.of("« " + faute + " » n’est pas une valeur possible de "
                            + nom + " (" + String.join(", ", valeurs) + ")"));
        }
    }

    private Optional<String> variable(CelExpr expr) {
        return expr.getKind() == ExprKind.Kind.IDENT
                ? vocabulaire.mot(expr.ident().name()).map(Mot::nom)
                : Optional.empty();
    }

    private static List<Object> constantes(CelExpr expr) {
        return switch (expr.getKind()) {
            case CONSTANT -> List.of(valeur(expr.constant()));
            case LIST -> {
                var toutes = new ArrayList<Object>();
                expr.list().elements().forEach(element -> toutes.addAll(constantes(element)));
                yield toutes.size() == expr.list().elements().size() ? toutes : List.of();
            }
            case CALL ->
                expr.call().function().equals("euros")
                        ? constantes(expr.call().args().getFirst()).stream()
                                .map(n -> (Object) Math.round(((Number) n).doubleValue() * 100))
                                .toList()
                        : List.of();
            default -> List.of();
        };
    }

    private static Object valeur(CelConstant constante) {
        return switch (constante.getKind()) {
            case BOOLEAN_VALUE -> constante.booleanValue();
            case INT64_VALUE -> constante.int64Value();
            case DOUBLE_VALUE -> constante.doubleValue();
            case STRING_VALUE -> constante.stringValue();
            default -> constante;
        };
    }
}
