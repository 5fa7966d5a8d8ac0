package fr.convergence.socle.contenu;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Le nom d'un fichier déposé, nettoyé : sans chemin, ni contrôle, ni sens d'écriture forcé, ni signe que Windows refuse.
 *
 * @param valeur au plus {@value #LONGUEUR_MAX} signes
 */
public record NomDeFichier(String valeur) {

    static final int LONGUEUR_MAX = 150;

    /** Ce qu'un navigateur interprète, ce dont un logiciel de bureau suit les macros ; le reste est aux programmes. */
    private static final Set<String> ACTIVES = Set.of(
            "php", "asp", "aspx", "jsp", "html", "htm", "xhtml", "shtml", "svg", "svgz", "mht", "mhtml", "swf", "vhd",
            "docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "ppsm");

    private static final Set<String> PHOTOS_D_APPLE = Set.of("heic", "heif", "hif");

    /** Un raccourci vers un fichier resté en ligne : Google Drive, iCloud, page web. */
    private static final Set<String> RACCOURCIS = Set.of(
            "gdoc",
            "gsheet",
            "gslides",
            "gdraw",
            "gform",
            "icloud",
            "webloc",
            "url",
            "website",
            "desktop",
            "download",
            "crdownload",
            "part",
            "partial");

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

    /** Pourquoi une extension que la question ne demande pas est refusée. */
    Raison raisonDeSonExtension() {
        if (PHOTOS_D_APPLE.contains(extension())) {
            return Raison.HEIC;
        }
        return RACCOURCIS.contains(extension()) ? Raison.NUAGE : Raison.EXTENSION;
    }

    /** Vrai du fichier que Word ou Excel écrit à côté d'un document ouvert. */
    boolean temporaire() {
        return valeur.startsWith("~$");
    }

    /**
     * Vrai de « facture.exe.pdf », faux de « note v1.2.pdf », de « scan.pdf.pdf » et de « M. SH. Martin.pdf » : l'extension
     * que montre un poste qui cache la dernière s'exécute, et tient au point qui la précède.
     */
    boolean doubleExtension() {
        var morceaux = valeur.split("\\.");
        for (var i = morceaux.length - 2; i > 0; i--) {
            var extension = morceaux[i].stripTrailing().toLowerCase(Locale.ROOT);
            if (Format.deExtension(extension).isEmpty()) {
                return ACTIVES.contains(extension) || Programmes.extension(extension);
            }
        }
        return false;
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
