package fr.convergence.socle.authentification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Un clavier, pour reconnaître les mots de passe qu'on y promène : « azertyuiop », « 1qaz2wsx3edc ». Un parcours de
 * touches voisines, si long qu'il soit, ne coûte qu'un tirage à qui devine : son départ.
 */
final class Clavier {

    static final List<Clavier> CLAVIERS = List.of(
            new Clavier(
                    List.of("²&é\"'(-è_çà)=", " azertyuiop^$", " qsdfghjklmù*", "<wxcvbn,;:!"),
                    List.of("³1234567890°+", " AZERTYUIOP¨£", " QSDFGHJKLM%µ", ">WXCVBN?./§")),
            new Clavier(
                    List.of("`1234567890-=", " qwertyuiop[]", " asdfghjkl;'\\", " zxcvbnm,./"),
                    List.of("~!@#$%^&*()_+", " QWERTYUIOP{}", " ASDFGHJKL:\"|", " ZXCVBNM<>?")));

    /** Deux touches voisines se rencontrent par hasard ; trois à la suite, rarement. */
    private static final int PARCOURS_MIN = 3;

    private record Touche(int rang, int colonne) {

        boolean voisine(Touche autre) {
            return Math.abs(rang - autre.rang) <= 1 && Math.abs(colonne - autre.colonne) <= 1;
        }
    }

    private final Map<Integer, Touche> touches = new HashMap<>();

    private Clavier(List<String> minuscules, List<String> capitales) {
        for (var etat : List.of(minuscules, capitales)) {
            for (var rang = 0; rang < etat.size(); rang++) {
                var ligne = etat.get(rang).codePoints().toArray();
                for (var colonne = 0; colonne < ligne.length; colonne++) {
                    touches.put(ligne[colonne], new Touche(rang, colonne));
                }
            }
        }
        touches.remove((int) ' ');
    }

    /** Combien de choix font ce texte, quand un parcours de touches voisines n'en est qu'un. */
    int tirages(String texte) {
        var tirages = 0;
        var parcours = 0;
        @Nullable Touche precedente = null;
        for (var c : texte.codePoints().toArray()) {
            var touche = touches.get(c);
            if (touche != null && precedente != null && precedente.voisine(touche)) {
                parcours++;
            } else {
                tirages += cout(parcours);
                parcours = 1;
            }
            precedente = touche;
        }
        return tirages + cout(parcours);
    }

    private static int cout(int parcours) {
        return parcours < PARCOURS_MIN ? parcours : 1;
    }
}
