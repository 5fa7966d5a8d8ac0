package fr.convergence.portail.fournee;

import fr.convergence.socle.identifiant.ReferenceDeDossier;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Une étape que l'on choisit, telle que la page l'envoie : « ABCDEFGHIJ.candidature.3 ».
 *
 * @param version celle que l'on avait sous les yeux ; -1 tant qu'on ne l'a pas lue
 */
record Designation(ReferenceDeDossier reference, String etape, int version) {

    private static final Pattern FORME = Pattern.compile("([A-Z]{10})\\.([a-z][a-z0-9_]{0,39})(?:\\.(\\d{1,6}))?");
    private static final int NON_LUE = -1;

    /** Chacune une fois ; ce qui ne se lit pas n'y est pas. */
    static List<Designation> lire(Collection<String> textes) {
        return textes.stream().flatMap(Designation::une).distinct().toList();
    }

    private static Stream<Designation> une(String texte) {
        var lue = FORME.matcher(texte);
        return lue.matches()
                ? ReferenceDeDossier.lire(lue.group(1)).siLue().stream()
                        .map(reference -> new Designation(
                                reference,
                                lue.group(2),
                                Optional.ofNullable(lue.group(3))
                                        .map(Integer::parseInt)
                                        .orElse(NON_LUE)))
                : Stream.empty();
    }

    @Override
    public String toString() {
        return reference + "." + etape + "." + version;
    }
}
