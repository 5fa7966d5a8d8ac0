package fr.convergence.socle.lecture;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Les noms d'un PDF qui disent comment décoder un flux, où qu'ils soient : ce qui n'est pas dit sur place ne se suit pas. */
final class FiltresDePdf {

    /** Plus large qu'une page numérisée. */
    private static final int COLONNES = 5;

    private static final int BITS = 2;

    private final byte[] pdf;
    private final List<Integer> autres = new ArrayList<>();
    private boolean chiffre;

    FiltresDePdf(byte[] pdf) {
        this.pdf = pdf;
    }

    boolean chiffre() {
        return chiffre;
    }

    /** Faux d'un PDF chiffré, ou dont un flux est décodé deux fois ou d'une façon dite ailleurs. Rend inconnus les filtres qui ne sont pas Flate. */
    boolean admis() {
        for (var i = 0; i < pdf.length; i++) {
            if (pdf[i] == '/' && !admis(i)) {
                return false;
            }
        }
        autres.forEach(debut -> pdf[debut] = (byte) 'x');
        return true;
    }

    private boolean admis(int barre) {
        var fin = finDuNom(barre + 1);
        var nom = nom(barre + 1, fin);
        if (nom == null) {
            return true;
        }
        return switch (nom) {
            case "Encrypt" -> {
                chiffre = true;
                yield false;
            }
            case "Filter" -> filtres(fin);
            case "DecodeParms", "DP" -> surPlace(fin);
            case "Columns" -> nombre(fin, COLONNES);
            case "Colors", "BitsPerComponent" -> nombre(fin, BITS);
            default -> true;
        };
    }

    private boolean filtres(int apres) {
        var i = sansEspaces(apres);
        if (a(i) == '/') {
            filtre(i);
            return true;
        }
        if (a(i) != '[') {
            return false;
        }
        var flate = 0;
        for (i = sansEspaces(i + 1); a(i) == '/'; i = sansEspaces(finDuNom(i + 1))) {
            flate += filtre(i) ? 1 : 0;
        }
        return a(i) == ']' && flate <= 1;
    }

    private boolean filtre(int barre) {
        var nom = nom(barre + 1, finDuNom(barre + 1));
        var flate = "FlateDecode".equals(nom) || "Fl".equals(nom);
        if (!flate) {
            autres.add(barre + 1);
        }
        return flate;
    }

    /** Un dictionnaire, ou un tableau qui en commence un : il n'y a qu'un filtre à qui il serve. */
    private boolean surPlace(int apres) {
        var i = sansEspaces(apres);
        if (a(i) == '[') {
            i = sansEspaces(i + 1);
        }
        return a(i) == '<' || a(i) == 'n' || a(i) == ']';
    }

    private boolean nombre(int apres, int chiffres) {
        var debut = sansEspaces(apres);
        var i = debut;
        while (a(i) >= '0' && a(i) <= '9') {
            i++;
        }
        var suite = a(sansEspaces(i));
        return i > debut && i - debut <= chiffres && (suite == '/' || suite == '>');
    }

    /** Vide d'un nom trop long pour nous concerner. */
    private @Nullable String nom(int debut, int fin) {
        if (fin - debut > 3 * "BitsPerComponent".length()) {
            return null;
        }
        var nom = new StringBuilder();
        for (var i = debut; i < fin; i++) {
            var haut = a(i) == '#' ? Character.digit(a(i + 1), 16) : -1;
            var bas = haut < 0 ? -1 : Character.digit(a(i + 2), 16);
            nom.append((char) (bas < 0 ? a(i) : haut * 16 + bas));
            i += bas < 0 ? 0 : 2;
        }
        return nom.toString();
    }

    private int finDuNom(int debut) {
        var i = debut;
        while (i < pdf.length && !espace(a(i)) && "/<>[]()%".indexOf(a(i)) < 0) {
            i++;
        }
        return i;
    }

    private int sansEspaces(int depuis) {
        var i = depuis;
        while (i < pdf.length && espace(a(i))) {
            i++;
        }
        return i;
    }

    private static boolean espace(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
    }

    private int a(int i) {
        return i < pdf.length ? pdf[i] & 0xff : -1;
    }
}
