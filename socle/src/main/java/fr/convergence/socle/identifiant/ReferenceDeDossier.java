package fr.convergence.socle.identifiant;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** La référence d'un dossier : dix capitales tirées au sort, « KVTUJPDDBL », qui ne disent rien de leur nombre. */
public record ReferenceDeDossier(String valeur) {

    private static final int LONGUEUR = 10;
    private static final Pattern FORME = Pattern.compile("[A-Z]{10}");
    private static final SecureRandom HASARD = new SecureRandom();

    public ReferenceDeDossier {
        RefusDeLecture.interdire(refus(valeur));
    }

    /** Une référence neuve : 47 bits de hasard ; l'unicité reste l'affaire de la table qui la reçoit. */
    public static ReferenceDeDossier nouvelle() {
        return nouvelle(HASARD);
    }

    static ReferenceDeDossier nouvelle(RandomGenerator hasard) {
        return new ReferenceDeDossier(hasard.ints(LONGUEUR, 'A', 'Z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }

    public static Lecture<ReferenceDeDossier> lire(@Nullable String saisie) {
        return Lecture.de(FormeNormale.code(saisie), ReferenceDeDossier::new);
    }

    @Override
    public String toString() {
        return valeur;
    }

    private static @Nullable RefusDeLecture refus(String texte) {
        if (texte.length() != LONGUEUR) {
            return RefusDeLecture.de("identifiant.reference.longueur", texte.length());
        }
        return FORME.matcher(texte).matches() ? null : RefusDeLecture.de("identifiant.reference.forme");
    }
}
