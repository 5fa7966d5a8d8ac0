package fr.convergence.socle.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Les espaces insécables du français : un signe double, un guillemet, une unité ou un numéro ne passe pas seul à la ligne.
 *
 * <p>Pour ce que le site écrit lui-même, jamais pour ce qu'une personne a saisi. L'insécable est partout U+00A0 : toutes
 * les polices, celles des PDF comprises, n'ont pas l'espace fine.
 */
public final class Typographie {

    /**
     * Une balise et une variable {@code {{…}}} passent entières : leurs espaces ne se lisent pas. Un signe collé à ce qui
     * le suit n'est pas une ponctuation : « ?page=2 », « %d ».
     */
    private static final Pattern ESPACE = Pattern.compile(
            "<[a-zA-Z/!][^>]*+>|\\{\\{.*?}}"
                    + "|(?<espace>(?<=\\S) (?=[:;?!%]++(?![\\p{L}\\p{N}/])|[€»])|(?<=«) (?=\\S)|(?<=[nN]°) (?=[\\p{Lu}\\p{N}{%]))");

    private Typographie() {}

    /** Le même texte, où seules des espaces sont devenues insécables. */
    public static String insecables(String texte) {
        return ESPACE.matcher(texte)
                .replaceAll(m -> m.group("espace") == null ? Matcher.quoteReplacement(m.group()) : "\u00a0");
    }
}
