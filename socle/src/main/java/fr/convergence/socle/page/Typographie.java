package fr.convergence.socle.page;

import fr.convergence.socle.site.Langue;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * La composition du français : un signe double, un guillemet, une unité ou un numéro ne passe pas seul à la ligne, et
 * l'apostrophe est partout la même, ’, quel que soit le clavier de qui a écrit le texte.
 *
 * <p>Pour ce que le site écrit lui-même, jamais pour ce qu'une personne a saisi. L'insécable est partout U+00A0 : toutes
 * les polices, celles des PDF comprises, n'ont pas l'espace fine.
 */
public final class Typographie {

    /**
     * Une adresse, une balise et une variable {@code {{…}}} passent entières : leurs espaces ne se lisent pas. Un signe
     * collé à ce qui le suit n'est pas une ponctuation : « ?page=2 », « %d ». L'apostrophe suit une lettre et précède un
     * mot, mis en forme ou non : une citation entre apostrophes reste telle quelle.
     */
    private static final Pattern SIGNE = Pattern.compile(
            "https?://[^\\s<>]*+|<[a-zA-Z/!][^>]*+>|\\{\\{.*?}}"
                    + "|(?<apostrophe>(?<=\\p{L})'(?=[\\p{L}\\p{N}«{*_\\[<]))"
                    + "|(?<espace>(?<=\\S) (?=[:;?!%]++(?![\\p{L}\\p{N}/])|[€»])|(?<=«) (?=\\S)|(?<=[nN]°) (?=[\\p{Lu}\\p{N}{%]))");

    private Typographie() {}

    /** Le même texte, où seules des espaces sont devenues insécables, et des apostrophes courbes. */
    public static String composer(String texte) {
        return SIGNE.matcher(texte).replaceAll(m -> Matcher.quoteReplacement(compose(m)));
    }

    /** L'anglais n'a pas d'espace avant ses signes : seules ses apostrophes changent. */
    public static String composer(String texte, Langue langue) {
        return langue == Langue.FRANCAIS
                ? composer(texte)
                : SIGNE.matcher(texte)
                        .replaceAll(signe ->
                                Matcher.quoteReplacement(signe.group("apostrophe") != null ? "’" : signe.group()));
    }

    private static String compose(MatchResult signe) {
        if (signe.group("espace") != null) {
            return "\u00a0";
        }
        return signe.group("apostrophe") != null ? "’" : signe.group();
    }
}
