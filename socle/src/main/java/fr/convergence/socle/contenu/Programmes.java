package fr.convergence.socle.contenu;

import java.util.Locale;
import java.util.Set;

/** Ce qu'un poste exécute, reconnu à son nom ou à ses premiers octets. */
final class Programmes {

    private static final Set<String> EXTENSIONS = Set.of(
            "exe",
            "scr",
            "pif",
            "bat",
            "cmd",
            "com",
            "ps1",
            "psm1",
            "vbs",
            "vbe",
            "js",
            "jse",
            "wsf",
            "wsh",
            "hta",
            "msi",
            "msp",
            "msix",
            "appx",
            "dll",
            "cpl",
            "lnk",
            "reg",
            "jar",
            "apk",
            "sh",
            "chm",
            "scf",
            "sct",
            "gadget",
            "application",
            "xll");

    private Programmes() {}

    /** @param extension en minuscules, sans point */
    static boolean extension(String extension) {
        return EXTENSIONS.contains(extension);
    }

    static boolean nom(String chemin) {
        var nom = chemin.substring(Math.max(chemin.lastIndexOf('/'), chemin.lastIndexOf('\\')) + 1)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[. ]+$", "");
        var point = nom.lastIndexOf('.');
        return point >= 0 && extension(nom.substring(point + 1));
    }

    /** @param debut une centaine d'octets suffisent */
    static boolean contenu(byte[] debut) {
        return windows(debut) || unix(debut) || raccourci(debut);
    }

    /** « MZ » suivi de binaire : un texte peut commencer par ces deux lettres. */
    private static boolean windows(byte[] debut) {
        if (debut.length < 8 || debut[0] != 'M' || debut[1] != 'Z') {
            return false;
        }
        for (var i = 2; i < Math.min(debut.length, 64); i++) {
            if (debut[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean unix(byte[] debut) {
        if (debut.length < 4) {
            return false;
        }
        var quatre = (debut[0] & 0xFF) << 24 | (debut[1] & 0xFF) << 16 | (debut[2] & 0xFF) << 8 | debut[3] & 0xFF;
        return quatre == 0x7F454C46
                || quatre == 0xCAFEBABE
                || quatre == 0xFEEDFACE
                || quatre == 0xFEEDFACF
                || quatre == 0xCEFAEDFE
                || quatre == 0xCFFAEDFE
                || (quatre >>> 16) == 0x2321 && (debut[2] == '/' || debut[2] == ' ');
    }

    private static boolean raccourci(byte[] debut) {
        return debut.length >= 8
                && debut[0] == 0x4C
                && debut[1] == 0
                && debut[2] == 0
                && debut[3] == 0
                && debut[4] == 1
                && debut[5] == 0x14
                && debut[6] == 2;
    }
}
