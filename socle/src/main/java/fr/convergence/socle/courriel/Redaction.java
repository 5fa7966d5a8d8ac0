package fr.convergence.socle.courriel;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import fr.convergence.socle.page.Typographie;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
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

    /** La variable où une réunion énumère ce qu'elle réunit. */
    static final String LISTE = "liste";

    private static final Pattern PONCTUATION = Pattern.compile("([!-/:-@\\[-`{-~])");
    private static final Pattern BLANCS = Pattern.compile("\\s+");

    /** @throws com.samskivert.mustache.MustacheException si le modèle est mal écrit */
    static Redaction de(Modele modele) {
        return new Redaction(
                modele,
                compiler(modele, modele.objet(), valeur -> valeur),
                compiler(modele, modele.corps(), Redaction::neutre));
    }

    Ecrit remplir(Map<String, String> variables) {
        return new Ecrit(
                BLANCS.matcher(objet.execute(variables)).replaceAll(" ").strip(), corps.execute(variables));
    }

    /** @param liste du Markdown déjà écrit, à la place de {@code {{liste}}} : il n'est pas à neutraliser */
    Ecrit remplir(Map<String, String> variables, String liste) {
        var place = UUID.randomUUID().toString().replace("-", "");
        var completes = new HashMap<>(variables);
        completes.put(LISTE, place);
        var ecrit = remplir(completes);
        return new Ecrit(ecrit.objet().replace(place, ""), ecrit.markdown().replace(place, liste));
    }

    /** Le même texte, sans rien qui mette en forme. */
    static String neutre(String valeur) {
        return PONCTUATION.matcher(valeur).replaceAll("\\\\$1");
    }

    private static Template compiler(Modele modele, String texte, Mustache.Escaper echappement) {
        return Mustache.compiler()
                .withEscaper(echappement)
                .defaultValue("")
                .compile(Typographie.composer(texte, modele.langue()));
    }
}
