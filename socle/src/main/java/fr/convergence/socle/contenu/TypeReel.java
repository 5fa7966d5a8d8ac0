package fr.convergence.socle.contenu;

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
    TEXTE,
    PROGRAMME,
    AUTRE;

    private static final Tika TIKA = new Tika();

    static TypeReel de(byte[] debut) {
        var type = TIKA.detect(debut).toLowerCase(Locale.ROOT);
        return switch (type) {
            case "text/html", "application/xhtml+xml" -> HTML;
            case "image/svg+xml" -> SVG;
            case "application/xml", "text/xml" -> XML;
            case "application/pdf" -> PDF;
            case "application/zip" -> ZIP;
            case "application/x-tika-msoffice" -> OFFICE;
            case "application/rtf", "text/rtf" -> RTF;
            case "application/x-msdownload", "application/x-dosexec", "application/x-executable", "application/x-elf" ->
                PROGRAMME;
            default -> deFamille(type);
        };
    }

    private static TypeReel deFamille(String type) {
        if (type.startsWith("image/")) {
            return IMAGE;
        }
        if (type.startsWith("application/x-msdownload") || type.contains("script") || type.endsWith("-executable")) {
            return PROGRAMME;
        }
        return type.startsWith("text/") ? TEXTE : AUTRE;
    }
}
