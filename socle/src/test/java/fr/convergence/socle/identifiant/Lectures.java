package fr.convergence.socle.identifiant;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.identifiant.Lecture.Lue;
import fr.convergence.socle.identifiant.Lecture.Refusee;

/** Ce que les essais disent d'une lecture. */
final class Lectures {

    private Lectures() {}

    static <T> T lue(Lecture<T> lecture) {
        return switch (lecture) {
            case Lue<T>(var valeur) -> valeur;
            case Refusee<T>(var refus) -> throw new AssertionError("refusée : " + refus);
        };
    }

    static void refusee(Lecture<?> lecture, String cle, Object... arguments) {
        assertThat(lecture.siRefusee()).contains(RefusDeLecture.de(cle, arguments));
        assertThat(lecture.siLue()).isEmpty();
    }

    /** Le même texte, un chiffre remplacé par un autre. */
    static String avecUnAutreChiffre(String texte, int rang, int ecart) {
        var chiffre = (texte.charAt(rang) - '0' + ecart) % 10;
        return texte.substring(0, rang) + chiffre + texte.substring(rang + 1);
    }

    /** Le texte en minuscules, un séparateur glissé après chaque caractère dont le rang est un multiple de {@code pas}. */
    static String orne(String texte, String separateur, int pas) {
        var orne = new StringBuilder(separateur);
        for (int i = 0; i < texte.length(); i++) {
            orne.append(Character.toLowerCase(texte.charAt(i)));
            if (i % pas == 0) {
                orne.append(separateur);
            }
        }
        return orne.toString();
    }
}
