package fr.convergence.socle.contenu;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Le nom d'un fichier déposé, nettoyé : sans chemin, ni contrôle, ni sens d'écriture forcé, ni signe que Windows refuse.
 *
 * @param valeur au plus {@value #LONGUEUR_MAX} signes
 */
public record NomDeFichier(String valeur) {

    static final int LONGUEUR_MAX = 150;

    /** Ce qu'un poste exécute ou qu'un navigateur interprète : « facture.exe.pdf » cache toujours quelque chose. */
    private static final Set<String> ACTIVES = Set.of(
            "exe", "scr", "pif", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse", "wsf", "wsh", "hta", "msi", "msp",
            "dll", "cpl", "lnk", "reg", "jar", "apk", "sh", "php", "asp", "aspx", "jsp", "html", "htm", "xhtml",
            "shtml", "svg", "svgz", "mht", "mhtml", "swf", "vhd", "docm", "dotm", "xlsm", "xltm", "xlam", "pptm",
            "ppsm", "chm", "scf", "sct");

    private static final Set<String> RESERVES = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    public static NomDeFichier lire(String brut) {
        var sansChemin = brut.substring(Math.max(brut.lastIndexOf('/'), brut.lastIndexOf('\\')) + 1);
        var propre = Normalizer.normalize(sansChemin, Normalizer.Form.NFC)
                // Cc : retours à la ligne. Cf : sens d'écriture, espaces nulles. Cs, Co, Cn : rien d'affichable.
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]", "")
                .replaceAll("[<>:\"|?*%;]", "_")
                .replaceAll("\\s+", " ")
                .replaceAll("^[ .]+|[ .]+$", "");
        return new NomDeFichier(sansNomReserve(raccourci(propre.isEmpty() ? "fichier" : propre)));
    }

    /** L'extension en minuscules, vide s'il n'y en a pas. */
    public String extension() {
        var point = valeur.lastIndexOf('.');
        return point < 0 ? "" : valeur.substring(point + 1).toLowerCase(Locale.ROOT);
    }

    /** Vrai de « facture.exe.pdf » et de « facture.pdf.docx », faux de « note v1.2.pdf ». */
    boolean doubleExtension() {
        var morceaux = List.of(valeur.split("\\."));
        return morceaux.size() > 2
                && morceaux.subList(1, morceaux.size() - 1).stream()
                        .map(morceau -> morceau.strip().toLowerCase(Locale.ROOT))
                        .anyMatch(morceau -> ACTIVES.contains(morceau)
                                || Format.deExtension(morceau).isPresent());
    }

    private static String raccourci(String nom) {
        if (nom.length() <= LONGUEUR_MAX) {
            return nom;
        }
        var point = nom.lastIndexOf('.');
        var extension = point < 0 || nom.length() - point > 10 ? "" : nom.substring(point);
        var fin = LONGUEUR_MAX - extension.length();
        // Ne pas couper un signe écrit sur deux unités.
        return nom.substring(0, Character.isHighSurrogate(nom.charAt(fin - 1)) ? fin - 1 : fin) + extension;
    }

    private static String sansNomReserve(String nom) {
        var racine = Arrays.stream(nom.split("\\.")).findFirst().orElse(nom);
        return RESERVES.contains(racine.strip().toLowerCase(Locale.ROOT)) ? "_" + nom : nom;
    }
}
