package fr.convergence.socle.identifiant;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Le code d'un groupement hospitalier de territoire : le préfixe de sa région et son rang, « OCC-04 ». */
public record CodeGht(String valeur) {

    private static final Pattern FORME = Pattern.compile("([A-Z]{2,4})-(\\d{2})");
    private static final Pattern ABREGE = Pattern.compile("([A-Z]{2,4})(\\d{1,2})");

    public CodeGht {
        RefusDeLecture.interdire(refus(valeur));
    }

    /** « occ04 », « OCC 4 » et « OCC–04 » valent « OCC-04 ». */
    public static Lecture<CodeGht> lire(@Nullable String saisie) {
        var texte = FormeNormale.code(saisie);
        var abrege = ABREGE.matcher(texte);
        if (abrege.matches()) {
            var rang = abrege.group(2);
            texte = abrege.group(1) + "-" + (rang.length() == 1 ? "0" + rang : rang);
        }
        return Lecture.de(texte, CodeGht::new);
    }

    public Region region() {
        return Region.duPrefixeGht(prefixe(valeur)).orElseThrow();
    }

    @Override
    public String toString() {
        return valeur;
    }

    private static @Nullable RefusDeLecture refus(String texte) {
        if (!FORME.matcher(texte).matches() || texte.endsWith("-00")) {
            return RefusDeLecture.de("identifiant.code_ght.forme");
        }
        var prefixe = prefixe(texte);
        return Region.duPrefixeGht(prefixe).isEmpty()
                ? RefusDeLecture.de("identifiant.code_ght.region", prefixe)
                : null;
    }

    private static String prefixe(String code) {
        return code.substring(0, code.indexOf('-'));
    }
}
