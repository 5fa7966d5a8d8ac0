package fr.convergence.portail.definition;

import java.util.Optional;
import java.util.regex.Pattern;

/** Une version d'une définition : « care-d1-candidature@1 ». Une fois publiée, elle ne change plus. */
public record Reference(String code, int version) {

    private static final Pattern FORME = Pattern.compile("([A-Za-z][A-Za-z0-9-]{0,59})@([1-9]\\d{0,4})");

    public static final Genre<Reference> GENRE = Genres.motif(
            "un code et une version comme « care-d1-candidature@1 »",
            FORME,
            new Reference("", 1),
            texte -> Optional.of(de(texte)));

    public static Reference de(String texte) {
        var forme = FORME.matcher(texte);
        if (!forme.matches()) {
            throw new IllegalArgumentException("Référence illisible : " + texte);
        }
        return new Reference(forme.group(1), Integer.parseInt(forme.group(2)));
    }

    @Override
    public String toString() {
        return code + "@" + version;
    }
}
