package fr.convergence.socle.contenu;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Les formats des fichiers gardés, presque tous de ceux qu'une question peut demander ; tout autre contenu (SVG, HTML, programme…) n'entre jamais. */
public enum Format {
    PDF("application/pdf", "pdf"),
    DOC("application/msword", "doc"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLS("application/vnd.ms-excel", "xls"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPT("application/vnd.ms-powerpoint", "ppt"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    ZIP("application/zip", "zip"),
    JPG("image/jpeg", "jpg", "jpeg", "jfif"),
    PNG("image/png", "png"),
    /** Conteneur confidentiel de Prim'X : reconnu, jamais ouvert (ZED-3). */
    ZED("application/octet-stream", "zed"),
    WEBM("video/webm", "webm"),
    MP4("video/mp4", "mp4", "m4v", "mov", "3gp"),
    /** Un tableau que la plateforme écrit ; aucune question n'en demande. */
    CSV("text/csv", "csv");

    private final String typeMime;
    private final List<String> extensions;

    Format(String typeMime, String... extensions) {
        this.typeMime = typeMime;
        this.extensions = List.of(extensions);
    }

    public String typeMime() {
        return typeMime;
    }

    /** L'extension usuelle, sans point. */
    public String extension() {
        return extensions.getFirst();
    }

    public List<String> extensions() {
        return extensions;
    }

    /** Ceux qui se déposent. */
    public static Stream<Format> deposables() {
        return Arrays.stream(values()).filter(format -> format != CSV);
    }

    /** Le format qui se dépose sous cette extension, sans point, en majuscules ou non. */
    public static Optional<Format> deExtension(String extension) {
        var minuscules = extension.toLowerCase(Locale.ROOT);
        return deposables()
                .filter(format -> format.extensions.contains(minuscules))
                .findFirst();
    }
}
