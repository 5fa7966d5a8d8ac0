package fr.convergence.socle.lecture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;

/**
 * Les mots d'un PDF (ISO 32000-1 §7.2), lus d'un bout à l'autre sans revenir en arrière.
 *
 * <p>Un commentaire, une chaîne n'y sont jamais pris pour des noms. Une chaîne que rien ne ferme s'arrête à la fin de son
 * objet : elle ne peut pas cacher la suite.
 */
public final class LecteurPdf {

    public enum Sorte {
        /** Un nom, sans sa barre, ses signes écrits « #xx » lus. */
        NOM,
        CHAINE,
        /** Un nombre ou un mot. */
        MOT,
        OUVRE,
        FERME,
        CROCHET_OUVRE,
        CROCHET_FERME,
        FIN
    }

    /** @param texte un signe par octet */
    public record Jeton(Sorte sorte, String texte) {

        boolean estLeMot(String mot) {
            return sorte == Sorte.MOT && texte.equals(mot);
        }
    }

    private static final int GARDES = 4096;
    private static final String FIN_D_OBJET = "endobj";
    private static final String FIN_DE_FICHIER = "%EOF";

    private final InputStream flux;
    private long position;
    private int retenu = -2;
    private long derniereFin = -1;

    public LecteurPdf(InputStream flux, long position) {
        this.flux = flux;
        this.position = position;
    }

    /** Où se lira le prochain octet. */
    public long position() {
        return retenu == -2 ? position : position - 1;
    }

    /** Où commence le dernier « %%EOF » rencontré, -1 s'il n'y en a pas eu. */
    public long derniereFin() {
        return derniereFin;
    }

    public Jeton suivant() throws IOException {
        var c = apresLesBlancs();
        return switch (c) {
            case -1 -> new Jeton(Sorte.FIN, "");
            case '/' -> new Jeton(Sorte.NOM, nom());
            case '(' -> new Jeton(Sorte.CHAINE, chaine());
            case '[' -> new Jeton(Sorte.CROCHET_OUVRE, "");
            case ']' -> new Jeton(Sorte.CROCHET_FERME, "");
            case '<' -> chevronOuvert();
            case '>' -> chevronFerme();
            case ')', '{', '}' -> new Jeton(Sorte.MOT, String.valueOf((char) c));
            default -> new Jeton(Sorte.MOT, mot(c));
        };
    }

    private int lire() throws IOException {
        if (retenu != -2) {
            var c = retenu;
            retenu = -2;
            return c;
        }
        position++;
        return flux.read();
    }

    private void retenir(int c) {
        retenu = c;
    }

    private int apresLesBlancs() throws IOException {
        var c = lire();
        while (blanc(c) || c == '%') {
            if (c == '%') {
                commentaire();
            }
            c = lire();
        }
        return c;
    }

    private void commentaire() throws IOException {
        var debut = position() - 1;
        var tete = new StringBuilder();
        for (var c = lire(); c >= 0 && c != '\n' && c != '\r'; c = lire()) {
            if (tete.length() < FIN_DE_FICHIER.length()) {
                tete.append((char) c);
            }
        }
        if (tete.toString().equals(FIN_DE_FICHIER)) {
            derniereFin = debut;
        }
    }

    private String nom() throws IOException {
        var nom = new StringBuilder();
        var c = lire();
        for (; c >= 0 && !delimite(c); c = lire()) {
            var signe = c;
            if (c == '#') {
                var haut = Character.digit(lire(), 16);
                var bas = Character.digit(lire(), 16);
                signe = haut < 0 || bas < 0 ? '#' : haut * 16 + bas;
            }
            if (nom.length() < GARDES) {
                nom.append((char) signe);
            }
        }
        retenir(c);
        return nom.toString();
    }

    private String mot(int premier) throws IOException {
        var mot = new StringBuilder().append((char) premier);
        var c = lire();
        for (; c >= 0 && !delimite(c); c = lire()) {
            if (mot.length() < GARDES) {
                mot.append((char) c);
            }
        }
        retenir(c);
        return mot.toString();
    }

    private String chaine() throws IOException {
        var chaine = new StringBuilder();
        var profondeur = 1;
        var fin = 0;
        for (var c = lire(); c >= 0; c = lire()) {
            fin = fin < FIN_D_OBJET.length() && c == FIN_D_OBJET.charAt(fin) ? fin + 1 : c == 'e' ? 1 : 0;
            if (fin == FIN_D_OBJET.length()) {
                break;
            }
            var signe = c == '\\' ? echappe() : c;
            profondeur += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (profondeur == 0) {
                break;
            }
            if (signe >= 0 && chaine.length() < GARDES) {
                chaine.append((char) signe);
            }
        }
        return chaine.toString();
    }

    /** Le signe qui suit une barre oblique inverse, -1 s'il n'y en a pas. */
    private int echappe() throws IOException {
        var c = lire();
        if (c >= '0' && c <= '7') {
            var code = c - '0';
            for (var i = 0; i < 2; i++) {
                var suite = lire();
                if (suite < '0' || suite > '7') {
                    retenir(suite);
                    break;
                }
                code = code * 8 + suite - '0';
            }
            return code & 0xFF;
        }
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case '\n', '\r' -> -1;
            default -> c;
        };
    }

    private Jeton chevronOuvert() throws IOException {
        var c = lire();
        if (c == '<') {
            return new Jeton(Sorte.OUVRE, "");
        }
        var chiffres = new StringBuilder();
        while (c >= 0 && (blanc(c) || Character.digit(c, 16) >= 0)) {
            if (!blanc(c) && chiffres.length() < 2 * GARDES) {
                chiffres.append((char) c);
            }
            c = lire();
        }
        if (c != '>') {
            retenir(c);
        }
        return new Jeton(Sorte.CHAINE, hexadecimal(chiffres));
    }

    private Jeton chevronFerme() throws IOException {
        var c = lire();
        if (c == '>') {
            return new Jeton(Sorte.FERME, "");
        }
        retenir(c);
        return new Jeton(Sorte.MOT, ">");
    }

    private static String hexadecimal(StringBuilder chiffres) {
        if (chiffres.length() % 2 == 1) {
            chiffres.append('0');
        }
        var octets = new byte[chiffres.length() / 2];
        for (var i = 0; i < octets.length; i++) {
            octets[i] = (byte) Integer.parseInt(chiffres.substring(2 * i, 2 * i + 2), 16);
        }
        return new String(octets, ISO_8859_1);
    }

    public static boolean blanc(int c) {
        return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' ';
    }

    private static boolean delimite(int c) {
        return blanc(c) || "()<>[]{}/%".indexOf(c) >= 0;
    }
}
