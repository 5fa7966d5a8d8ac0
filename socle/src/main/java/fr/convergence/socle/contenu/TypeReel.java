package fr.convergence.socle.contenu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Locale;
import org.apache.tika.Tika;

/** Ce qu'un contenu semble être, pour le dire à qui a déposé autre chose ; ne décide de rien. */
enum TypeReel {
    HTML,
    SVG,
    XML,
    PDF,
    ZIP,
    OFFICE,
    RTF,
    IMAGE,
    HEIC,
    /** RAR, 7-Zip, tar… : ce que peu de postes ouvrent sans logiciel. */
    ARCHIVE,
    /** Une place gardée à un fichier resté en ligne, ou un raccourci vers lui. */
    NUAGE,
    /** Ce que macOS écrit à côté d'un fichier. */
    ANNEXE,
    TEXTE,
    PROGRAMME,
    AUTRE;

    private static final Tika TIKA = new Tika();

    static TypeReel de(byte[] debut) {
        if (vide(debut) || commence(debut, "bplist00", 0)) {
            return NUAGE;
        }
        if (commence(debut, "\0\5\26\7", 0)) {
            return ANNEXE;
        }
        if (commence(debut, "ftyphe", 4) || commence(debut, "ftypmif1", 4)) {
            return HEIC;
        }
        var type = TIKA.detect(debut).toLowerCase(Locale.ROOT);
        return switch (type) {
            case "text/html", "application/xhtml+xml" -> HTML;
            case "image/svg+xml" -> SVG;
            case "application/xml", "text/xml" -> XML;
            case "application/pdf" -> PDF;
            case "application/zip" -> ZIP;
            case "application/x-tika-msoffice" -> OFFICE;
            case "application/rtf", "text/rtf" -> RTF;
            case "application/x-rar-compressed",
                    "application/x-7z-compressed",
                    "application/gzip",
                    "application/x-bzip2",
                    "application/x-xz",
                    "application/x-tar",
                    "application/x-gtar" -> ARCHIVE;
            case "application/x-msdownload", "application/x-dosexec", "application/x-executable", "application/x-elf" ->
                PROGRAMME;
            default -> deFamille(type);
        };
    }

    private static TypeReel deFamille(String type) {
        if (type.startsWith("image/")) {
            return IMAGE;
        }
        if (type.startsWith("application/vnd.oasis") || type.contains("ms-excel") || type.contains("msword")) {
            return OFFICE;
        }
        if (type.startsWith("application/x-rar")) {
            return ARCHIVE;
        }
        if (type.startsWith("application/x-msdownload") || type.contains("script") || type.endsWith("-executable")) {
            return PROGRAMME;
        }
        return type.startsWith("text/") ? TEXTE : AUTRE;
    }

    private static boolean commence(byte[] debut, String signature, int ou) {
        var octets = signature.getBytes(ISO_8859_1);
        return debut.length >= ou + octets.length
                && Arrays.equals(debut, ou, ou + octets.length, octets, 0, octets.length);
    }

    private static boolean vide(byte[] debut) {
        for (var octet : debut) {
            if (octet != 0) {
                return false;
            }
        }
        return debut.length > 0;
    }
}
