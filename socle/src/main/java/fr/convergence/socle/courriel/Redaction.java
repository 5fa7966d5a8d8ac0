package fr.convergence.socle.courriel;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import fr.convergence.socle.page.Typographie;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Un modèle prêt à recevoir ses variables.
 *
 * <p>Une variable n'apporte que du texte : sa ponctuation Markdown est neutralisée, un nom ou un motif ne peut ni mettre
 * en forme ni glisser un lien.
 */
record Redaction(Modele modele, Template objet, Template corps) {

    /** Ce qu'un courriel dit, mot pour mot, et qui reste à mettre en forme. */
    record Ecrit(String objet, String markdown) {}

    private static final Pattern PONCTUATION = Pattern.compile("([!-/:-@\\[-`{-~])");
    private static final Pattern BLANCS = Pattern.compile("\\s+");

    /** @throws com.samskivert.mustache.MustacheException si le modèle est mal écrit */
    static Redaction de(Modele modele) {
        return new Redaction(
                modele,
                compiler(modele.objet(), valeur -> valeur),
                compiler(modele.corps(), valeur -> PONCTUATION.matcher(valeur).replaceAll("\\\\$1")));
    }

    Ecrit remplir(Map<String, String> variables) {
        return new Ecrit(
                BLANCS.matcher(objet.execute(variables)).replaceAll(" ").strip(), corps.execute(variables));
    }

    private static Template compiler(String texte, Mustache.Escaper echappement) {
        return Mustache.compiler().withEscaper(echappement).defaultValue("").compile(Typographie.composer(texte));
    }
}
