package fr.convergence.socle.identifiant;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Ce qu'on ôte d'une saisie avant de la lire : on recopie d'un courrier, d'un tableur, d'un site. */
final class Saisie {

    private Saisie() {}

    /** Sans espaces (insécables et invisibles compris), points ni traits d'union, en capitales. */
    static String compacte(@Nullable String saisie) {
        return filtree(saisie, true).toUpperCase(Locale.ROOT);
    }

    /** Sans espaces d'aucune sorte, où qu'elles soient. */
    static String sansEspaces(@Nullable String saisie) {
        return filtree(saisie, false);
    }

    static boolean espace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || invisible(c);
    }

    static boolean trait(int c) {
        return c == '-' || (c >= '\u2010' && c <= '\u2015') || c == '\u2212';
    }

    private static String filtree(@Nullable String saisie, boolean ponctuationAussi) {
        if (saisie == null) {
            return "";
        }
        var texte = new StringBuilder(saisie.length());
        for (var i = 0; i < saisie.length(); i++) {
            // Tout ce qu'on ôte tient en une unité de seize bits.
            var c = saisie.charAt(i);
            if (!espace(c) && !(ponctuationAussi && (c == '.' || trait(c)))) {
                texte.append(c);
            }
        }
        return texte.toString();
    }

    private static boolean invisible(int c) {
        return (c >= '\u200B' && c <= '\u200F') || (c >= '\u202A' && c <= '\u202E') || c == '\u2060' || c == '\uFEFF';
    }
}
