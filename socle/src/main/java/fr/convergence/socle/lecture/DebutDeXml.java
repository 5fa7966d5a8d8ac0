package fr.convergence.socle.lecture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Ce que les premiers octets d'une partie disent de son écriture (XML 1.0, annexe F). */
public final class DebutDeXml {

    /** Les octets de « {@code <?xm} » sur un grand système d'IBM : une partie ne s'y lit plus dans ses octets. */
    private static final byte[] EBCDIC = {0x4C, 0x6F, (byte) 0xA7, (byte) 0x94};

    /** Les blancs, les octets nuls d'un UTF-16, et l'une des trois marques d'ordre, lus en Latin-1. */
    private static final Pattern AVANT = Pattern.compile("^[\\x00\\s\\u00ef\\u00bb\\u00bf\\u00fe\\u00ff]+");

    /**
     * Les encodages où un octet ASCII ne dit que lui-même. Ailleurs une séquence d'échappement coupe un nom en deux pour qui
     * le cherche, non pour qui l'ouvre ; une déclaration que nous ne reconnaissons pas compte comme l'un de ceux-là.
     */
    private static final Pattern EN_CLAIR = Pattern.compile(
            "<\\?xml(\\s+version\\s*=\\s*[\"'][\\d.]+[\"'])?"
                    + "(\\s+encoding\\s*=\\s*[\"'](utf-?8|utf-?16(le|be)?|(us-)?ascii|iso-8859-\\d{1,2}|windows-125\\d)[\"'].*"
                    + "|(\\s+standalone\\s*=\\s*[\"'](yes|no)[\"'])?\\s*\\?>.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private DebutDeXml() {}

    /** Vrai d'un XML, ou de blancs qui peuvent en précéder un : c'est la liste des types, non son nom, qui dit ce qu'est une partie. */
    public static boolean parait(byte[] debut) {
        var texte = texte(debut);
        return debut.length > 0 && (texte.isEmpty() || texte.startsWith("<") || ebcdic(debut));
    }

    /** Vrai d'un XML dont les noms se lisent dans les octets. */
    public static boolean enClair(byte[] debut) {
        var texte = texte(debut);
        return texte.regionMatches(true, 0, "<?xml", 0, 5)
                ? EN_CLAIR.matcher(texte).matches()
                : texte.isEmpty() || texte.startsWith("<");
    }

    private static boolean ebcdic(byte[] debut) {
        return debut.length >= EBCDIC.length && Arrays.equals(debut, 0, EBCDIC.length, EBCDIC, 0, EBCDIC.length);
    }

    private static String texte(byte[] debut) {
        return AVANT.matcher(new String(debut, ISO_8859_1)).replaceFirst("").replace("\0", "");
    }
}
