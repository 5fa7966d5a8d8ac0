package fr.convergence.portail.expression;

import dev.cel.common.CelIssue;
import java.util.regex.Pattern;

/** Le reproche du compilateur, dit à l'auteur d'un formulaire. */
final class Reproche {

    private static final Pattern INCONNUE = Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern TYPES =
            Pattern.compile("found no matching overload for '([^']*)' applied to '(.*?)'.*", Pattern.DOTALL);
    private static final Pattern RESULTAT = Pattern.compile("expected type 'bool' but found '(.*)'");

    private Reproche() {}

    static String enFrancais(String source, CelIssue reproche) {
        if (source.length() > Langage.LONGUEUR) {
            return "l’expression dépasse " + Langage.LONGUEUR + " caractères";
        }
        var message = reproche.getMessage();
        var inconnue = INCONNUE.matcher(message);
        if (inconnue.matches()) {
            return "« " + inconnue.group(1) + " » n’est ni une question de ce formulaire, ni un fait connu";
        }
        var types = TYPES.matcher(message);
        if (types.matches()) {
            return "« " + operateur(types.group(1)) + " » ne s’applique pas à " + natures(types.group(2));
        }
        var resultat = RESULTAT.matcher(message);
        if (resultat.matches()) {
            return "une condition vaut vrai ou faux, celle-ci vaut " + natures(resultat.group(1));
        }
        return "l’expression ne se lit plus à partir du caractère "
                + (reproche.getSourceLocation().getColumn() + 1);
    }

    private static String operateur(String nom) {
        return nom.replace("_", "").replace("@", "");
    }

    private static String natures(String types) {
        return types.replaceAll("[()]", "")
                .replace(", ", " et ")
                .replace("list", "une liste")
                .replace("string", "un texte")
                .replace("int", "un entier")
                .replace("double", "un décimal")
                .replace("bool", "un booléen");
    }
}
