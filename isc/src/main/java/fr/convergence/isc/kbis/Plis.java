package fr.convergence.isc.kbis;

import fr.convergence.socle.identifiant.FormeNormale;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Un texte ramené à ce qui se compare : capitales sans accents. Une lettre d’un autre alphabet y reste elle-même. */
final class Plis {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern JOINTS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Les lettres latines qu’Unicode ne décompose pas. */
    private static final Map<String, String> LETTRES =
            Map.of("Œ", "OE", "Æ", "AE", "Ø", "O", "Ł", "L", "Đ", "D", "Ð", "D", "Þ", "TH", "ẞ", "SS", "º", "°");

    private Plis() {}

    /** Les espaces y sont simples, les traits d’union et les apostrophes ceux du clavier. */
    static String plier(String texte) {
        var nu = ACCENTS.matcher(Normalizer.normalize(FormeNormale.nom(texte), Normalizer.Form.NFD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        // « ı », « ǆ » : leur capitale se décompose à son tour.
        var plie =
                ACCENTS.matcher(Normalizer.normalize(nu, Normalizer.Form.NFD)).replaceAll("");
        for (var lettre : LETTRES.entrySet()) {
            plie = plie.replace(lettre.getKey(), lettre.getValue());
        }
        return plie;
    }

    /** Ses mots, séparés par tout ce qui n’est ni lettre ni chiffre. */
    static List<String> mots(String texte) {
        return Arrays.stream(JOINTS.split(plier(texte)))
                .filter(mot -> !mot.isEmpty())
                .toList();
    }

    /** Faux si une de ses lettres est d’un autre alphabet, ou s’il n’en a aucune. */
    static boolean latin(String texte) {
        return texte.codePoints().anyMatch(Character::isLetter)
                && plier(texte)
                        .codePoints()
                        .filter(Character::isLetter)
                        .allMatch(lettre -> Character.UnicodeScript.of(lettre) == Character.UnicodeScript.LATIN);
    }
}
