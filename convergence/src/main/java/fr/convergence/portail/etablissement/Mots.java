package fr.convergence.portail.etablissement;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Le même texte normalisé des deux côtés de la recherche : minuscules sans accents, chiffres et espaces seulement. Il est
 * calculé ici, et non par la base, pour ne dépendre ni de sa langue ni d'un dictionnaire qu'elle aurait ou non.
 */
public final class Mots {

    private static final int SAISIE_MAX = 100;
    private static final int MOTS_MAX = 8;

    /** Dès quatre caractères : qui recopie un FINESS par groupes de trois le cherche avant de l'avoir fini. */
    private static final Pattern DEBUT_DE_FINESS = Pattern.compile("\\d[\\dab]\\d{2,7}");

    private static final Pattern CODE_GHT = Pattern.compile("[a-z]{2,4} ?(\\d{2})");

    /** On ne cherche pas par eux, sauf s'il n'y a qu'eux. */
    private static final Set<String> MOTS_VIDES =
            Set.of("a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "s", "sur");

    /** Les abréviations de FINESS et ce qu'elles abrègent : chacune trouve l'autre. L'ordre est fixe, le texte aussi. */
    private static final List<Abrege> ABREGES = List.of(
            new Abrege("chu", "centre hospitalier universitaire"),
            new Abrege("chr", "centre hospitalier regional"),
            new Abrege("chs", "centre hospitalier specialise"),
            new Abrege("ch", "centre hospitalier"),
            new Abrege("had", "hospitalisation a domicile"),
            new Abrege("asso", "association"),
            new Abrege("ste", "sainte"),
            new Abrege("st", "saint"));

    /** Entourés d'espaces : c'est ainsi qu'un mot entier se cherche dans un texte. */
    private record Abrege(String court, String entier, String motCourt, String motsEntiers) {

        Abrege(String court, String entier) {
            this(court, entier, " " + court + " ", " " + entier + " ");
        }
    }

    private Mots() {}

    public static String normaliser(@Nullable String texte) {
        if (texte == null || texte.isEmpty()) {
            return "";
        }
        var mots = new StringBuilder(texte.length());
        var decompose = ascii(texte) ? texte : Normalizer.normalize(texte, Normalizer.Form.NFKD);
        for (int i = 0; i < decompose.length(); i++) {
            ajouter(mots, Character.toLowerCase(decompose.charAt(i)));
        }
        var longueur = mots.length();
        return longueur > 0 && mots.charAt(longueur - 1) == ' ' ? mots.substring(0, longueur - 1) : mots.toString();
    }

    /** Les mots distincts de ces textes et leurs équivalents, chacun précédé d'une espace qui marque son début. */
    public static String indexer(@Nullable String... textes) {
        var mots = new LinkedHashSet<String>();
        for (var texte : textes) {
            var normalise = normaliser(texte);
            ajouter(mots, normalise);
            var entoure = " " + normalise + " ";
            for (var abrege : ABREGES) {
                if (entoure.contains(abrege.motCourt)) {
                    ajouter(mots, abrege.entier);
                } else if (entoure.contains(abrege.motsEntiers)) {
                    mots.add(abrege.court);
                }
            }
        }
        mots.remove("");
        return mots.isEmpty() ? "" : " " + String.join(" ", mots);
    }

    /** Ce qui est tapé, normalisé et borné : personne ne tape cent caractères pour trouver un hôpital. */
    static String saisie(@Nullable String tapee) {
        return normaliser(tapee == null || tapee.length() <= SAISIE_MAX ? tapee : tapee.substring(0, SAISIE_MAX));
    }

    /** Les débuts de mots que demande une saisie, dans n'importe quel ordre ; vide quand elle ne demande rien. */
    public static List<String> chercher(@Nullable String tapee) {
        var texte = saisie(tapee);
        var serre = texte.replace(" ", "");
        if (DEBUT_DE_FINESS.matcher(serre).matches()) {
            return List.of(serre);
        }
        if (CODE_GHT.matcher(texte).matches()) {
            return List.of(serre.substring(0, serre.length() - 2), serre.substring(serre.length() - 2));
        }
        var tous = Arrays.stream(texte.split(" "))
                .filter(mot -> !mot.isEmpty())
                .distinct()
                .toList();
        var pleins = tous.stream()
                .filter(mot -> !MOTS_VIDES.contains(mot))
                .limit(MOTS_MAX)
                .toList();
        return pleins.isEmpty() ? tous.stream().limit(MOTS_MAX).toList() : pleins;
    }

    private static boolean ascii(String texte) {
        return texte.chars().allMatch(c -> c < 128);
    }

    /** Un accent décomposé disparaît ; ce qui n'est ni lettre ni chiffre sépare deux mots, une fois. */
    private static void ajouter(StringBuilder mots, char c) {
        if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
            mots.append(c);
        } else if (c == 'œ') {
            mots.append("oe");
        } else if (c == 'æ') {
            mots.append("ae");
        } else if (Character.getType(c) != Character.NON_SPACING_MARK
                && !mots.isEmpty()
                && mots.charAt(mots.length() - 1) != ' ') {
            mots.append(' ');
        }
    }

    private static void ajouter(Set<String> mots, String normalise) {
        mots.addAll(Arrays.asList(normalise.split(" ")));
    }
}
