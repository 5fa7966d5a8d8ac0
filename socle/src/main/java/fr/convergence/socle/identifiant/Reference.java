package fr.convergence.socle.identifiant;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** La référence d'un dossier : dix capitales tirées au sort, « KVTUJPDDBL », qui ne disent rien de leur nombre. */
public record Reference(String valeur) {

    private static final int LONGUEUR = 10;
    private static final Pattern FORME = Pattern.compile("[A-Z]{10}");
    private static final SecureRandom HASARD = new SecureRandom();

    public Reference {
        Refus.interdire(refus(valeur));
    }

    /** Une référence neuve : 47 bits de hasard ; l'unicité reste l'affaire de la table qui la reçoit. */
    public static Reference nouvelle() {
        return nouvelle(HASARD);
    }

    static Reference nouvelle(RandomGenerator hasard) {
        return new Reference(hasard.ints(LONGUEUR, 'A', 'Z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }

    public static Lecture<Reference> lire(@Nullable String saisie) {
        return Lecture.de(FormeNormale.code(saisie), Reference::new);
    }

    @Override
    public String toString() {
        return valeur;
    }

    private static @Nullable Refus refus(String texte) {
        if (texte.length() != LONGUEUR) {
            return Refus.de("identifiant.reference.longueur", texte.length());
        }
        return FORME.matcher(texte).matches() ? null : Refus.de("identifiant.reference.forme");
    }
}
