package fr.convergence.socle.identifiant;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Un nom ou un prénom : des lettres de toute écriture, et ce qui les joint. Les traits d'union et les apostrophes sont
 * ceux du clavier, quel que soit le signe recopié.
 */
public record NomDePersonne(String valeur) {

    /** Les noms les plus longs de l'état civil y tiennent ; au-delà on a collé autre chose. */
    public static final int LONGUEUR = 100;

    /** Les liants des écritures où les lettres s'attachent en sont. */
    private static final Pattern FORME = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\u200c\\u200d' .-]*");

    public NomDePersonne {
        RefusDeLecture.interdire(refus(valeur));
    }

    public static Lecture<NomDePersonne> lire(@Nullable String saisie) {
        return Lecture.de(FormeNormale.nom(saisie), NomDePersonne::new);
    }

    @Override
    public String toString() {
        return valeur;
    }

    private static @Nullable RefusDeLecture refus(String texte) {
        if (texte.codePointCount(0, texte.length()) > LONGUEUR) {
            return RefusDeLecture.de("identifiant.nom.longueur", LONGUEUR);
        }
        return FORME.matcher(texte).matches() ? null : RefusDeLecture.de("identifiant.nom.forme");
    }
}
