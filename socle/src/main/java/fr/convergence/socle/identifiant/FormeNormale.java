package fr.convergence.socle.identifiant;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * La forme normale de tout ce qui se tape : deux saisies qui se lisent pareil sont égales, et ce qui ne se voit pas n'est
 * pas une réponse (décision 0026). On recopie d'un courrier, d'un tableur, d'un site.
 *
 * <p>Partout : lettres accentuées en un seul signe, espaces de toute sorte en espaces simples, ni signe de commande ni
 * signe invisible ({@link Invisibles}). Un mot de passe n'y passe pas : il vaut par chacun de ses signes.
 */
public final class FormeNormale {

    private static final Pattern FINS_DE_LIGNE = Pattern.compile("\\r\\n|[\\r\\x0B\\f\\x85\\u2028\\u2029]");
    private static final Pattern BLANCS = Pattern.compile("\\s+");
    private static final Pattern TRAITS = Pattern.compile("[\\u2010-\\u2015\\u2043\\u2212\\uFE58\\uFE63\\uFF0D]");
    private static final Pattern APOSTROPHES =
            Pattern.compile("[`\\u00B4\\u02B9\\u02BB\\u02BC\\u02C8\\u2018\\u2019\\u201B\\u2032\\u2035\\uFF07]");

    private static final Pattern PLEINE_LARGEUR = Pattern.compile("[\\uFF01-\\uFF5E]");

    /** Unicode range les signes pleine largeur dans l'ordre d'ASCII. */
    private static final int ECART_DE_LARGEUR = 0xFF01 - '!';

    private FormeNormale() {}

    /** Un texte de plusieurs lignes : ses retours à la ligne restent, ses bords sont nus. */
    public static String texte(@Nullable String saisie) {
        if (saisie == null) {
            return "";
        }
        var lignes = FINS_DE_LIGNE.matcher(saisie).replaceAll("\n");
        // Avant : aucun signe ne doit en cacher un autre. Après : ce qu'on ôte rapproche une lettre de son accent.
        return compose(Invisibles.otes(compose(lignes))).strip();
    }

    /** Une ligne : les blancs, retours compris, y sont une espace. */
    public static String ligne(@Nullable String saisie) {
        return BLANCS.matcher(texte(saisie)).replaceAll(" ");
    }

    /** Un nom propre, de personne ou de lieu : une ligne dont les traits d'union et les apostrophes sont ceux du clavier. */
    public static String nom(@Nullable String saisie) {
        return apostrophesJointes(traitsJoints(ligne(saisie)));
    }

    /** Toutes les apostrophes en celle du clavier : « d’Azur » et « d'Azur » sont le même mot. */
    public static String apostrophesJointes(String texte) {
        return APOSTROPHES.matcher(texte).replaceAll("'");
    }

    /** Sans espaces d'aucune sorte, où qu'elles soient. */
    public static String sansEspaces(@Nullable String saisie) {
        return texte(BLANCS.matcher(texte(saisie)).replaceAll(""));
    }

    /** Un code : sans espaces, points ni traits d'union, en capitales ; les signes pleine largeur y sont ceux du clavier. */
    public static String code(@Nullable String saisie) {
        var nu = traitsJoints(etroits(sansEspaces(saisie))).replace("-", "").replace(".", "");
        return texte(nu.toUpperCase(Locale.ROOT));
    }

    /** Vrai d'un texte où il n'y a rien à voir : il vaut une absence de réponse. */
    public static boolean vide(String texte) {
        return texte.codePoints().noneMatch(Invisibles::visible);
    }

    /** Tous les traits d'union, insécables et demi-cadratins compris, en celui du clavier. */
    static String traitsJoints(String texte) {
        return TRAITS.matcher(texte).replaceAll("-");
    }

    /** « １２３ » est « 123 » : un clavier d'Asie écrit les deux. */
    private static String etroits(String texte) {
        return PLEINE_LARGEUR
                .matcher(texte)
                .replaceAll(large -> Matcher.quoteReplacement(
                        String.valueOf((char) (large.group().charAt(0) - ECART_DE_LARGEUR))));
    }

    private static String compose(String texte) {
        return Normalizer.normalize(texte, Normalizer.Form.NFC);
    }
}
