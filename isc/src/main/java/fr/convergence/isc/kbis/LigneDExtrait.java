package fr.convergence.isc.kbis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Une ligne d’un extrait, mot à mot.
 *
 * @param plis les mêmes mots, à comparer
 */
record LigneDExtrait(List<String> mots, List<String> plis) {

    static final String DEUX_POINTS = ":";

    /** « R.C.S. » est « RCS ». */
    private static final Pattern POINTS = Pattern.compile("(?<=\\b\\p{L})\\.");

    private static final Pattern FIN = Pattern.compile("[,;.]+$");

    static LigneDExtrait de(String texte) {
        var mots = List.of(
                texte.replace(DEUX_POINTS, " : ").replace("\t", " ").strip().split("\\s+"));
        return new LigneDExtrait(mots, mots.stream().map(LigneDExtrait::pli).toList());
    }

    boolean vide() {
        return mots.size() == 1 && mots.getFirst().isEmpty();
    }

    String texte() {
        return String.join(" ", mots);
    }

    String plie() {
        return String.join(" ", plis);
    }

    LigneDExtrait depuis(int mot) {
        return new LigneDExtrait(mots.subList(mot, mots.size()), plis.subList(mot, plis.size()));
    }

    LigneDExtrait jusqua(int mot) {
        return new LigneDExtrait(mots.subList(0, mot), plis.subList(0, mot));
    }

    /** Vrai si ces mots s’y lisent à partir de celui-là. */
    boolean dit(List<String> etiquette, int depuis) {
        return depuis + etiquette.size() <= plis.size()
                && plis.subList(depuis, depuis + etiquette.size()).equals(etiquette);
    }

    /** Ce qui suit ces mots, sans la ponctuation qui les en sépare ; vide si la ligne ne commence pas par eux. */
    Optional<String> apres(List<String> etiquette) {
        if (!dit(etiquette, 0)) {
            return Optional.empty();
        }
        var debut = etiquette.size();
        while (debut < mots.size() && List.of(DEUX_POINTS, "-", ",").contains(mots.get(debut))) {
            debut++;
        }
        return Optional.of(depuis(debut).texte());
    }

    private static String pli(String mot) {
        return DEUX_POINTS.equals(mot)
                ? mot
                : Plis.plier(mot)
                        .replace("(S)", "")
                        .replace("(E)", "")
                        .transform(plie -> POINTS.matcher(plie).replaceAll(""))
                        .transform(plie -> FIN.matcher(plie).replaceAll(""));
    }
}
