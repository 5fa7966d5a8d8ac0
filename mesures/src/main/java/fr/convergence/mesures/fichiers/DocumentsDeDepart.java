package fr.convergence.mesures.fichiers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Les documents de départ, en OpenDocument d'un seul fichier : texte, tableaux, images, formulaires, diapositives. */
final class DocumentsDeDepart {

    private static final String ESPACES = """
            xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
            xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" \
            xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" \
            xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0" \
            xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0" \
            xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3\"""";

    private static final String IMAGE = Base64.getEncoder().encodeToString(new byte[] {
        (byte) 0x89,
        'P',
        'N',
        'G',
        '\r',
        '\n',
        0x1A,
        '\n',
        0,
        0,
        0,
        13,
        'I',
        'H',
        'D',
        'R',
        0,
        0,
        0,
        1,
        0,
        0,
        0,
        1,
        8,
        6,
        0,
        0,
        0,
        0x1F,
        0x15,
        (byte) 0xC4,
        (byte) 0x89,
        0,
        0,
        0,
        13,
        'I',
        'D',
        'A',
        'T',
        0x78,
        (byte) 0x9C,
        0x63,
        (byte) 0xF8,
        (byte) 0xCF,
        (byte) 0xC0,
        (byte) 0xF0,
        0x1F,
        0,
        5,
        0,
        1,
        (byte) 0xFF,
        (byte) 0x56,
        (byte) 0xC7,
        0x2F,
        0x0D,
        0,
        0,
        0,
        0,
        'I',
        'E',
        'N',
        'D',
        (byte) 0xAE,
        0x42,
        0x60,
        (byte) 0x82
    });

    private static final String MACRO = """
            <office:scripts><office:script script:language="ooo:Basic"><ooo:libraries \
            xmlns:ooo="http://openoffice.org/2004/office"><ooo:library-embedded ooo:name="Standard"><ooo:module \
            ooo:name="Module1"><ooo:source-code>Sub Bonjour
            MsgBox "Bonjour"
            End Sub</ooo:source-code></ooo:module></ooo:library-embedded></ooo:libraries></office:script></office:scripts>
            """;

    private DocumentsDeDepart() {}

    static Map<String, String> textes() {
        var textes = new TreeMap<String, String>();
        textes.put("court", p("Une note d'une ligne."));
        textes.put("accents", p("Éléonore à l'hôpital, où l'œuvre coûte 1 234,50 €, « dès Noël »."));
        textes.put("parle", p("Le fichier /Encrypt 12 0 R et les %%EOF, <script> et <!DOCTYPE html>."));
        textes.put("long", p("Lorem ipsum dolor sit amet. ".repeat(40)).repeat(60));
        textes.put("tableau", tableau(30, 6));
        textes.put("grand-tableau", tableau(400, 5));
        textes.put("image", p("Avant") + image() + p("Après"));
        textes.put("liens", p("<text:a xlink:type=\"simple\" xlink:href=\"https://exemple.invalid/\">lien</text:a>"));
        textes.put("dates", p("<text:date/> <text:page-number/> <text:author-name/>"));
        textes.put(
                "notes",
                p("Texte<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>"
                        + "<text:note-body><text:p>Note</text:p></text:note-body></text:note>"));
        textes.put(
                "liste",
                "<text:list>" + "<text:list-item><text:p>Point</text:p></text:list-item>".repeat(25) + "</text:list>");
        textes.put(
                "formulaire",
                formulaire()
                        + p("Nom : <draw:control draw:control=\"c1\" text:anchor-type=\"as-char\" "
                                + "svg:width=\"5cm\" svg:height=\"1cm\"/>"));
        return textes;
    }

    static Map<String, String> classeurs() {
        var classeurs = new TreeMap<String, String>();
        classeurs.put("simple", feuille("Feuille1", lignes(10, 4)));
        classeurs.put("grand", feuille("Données", lignes(3000, 12)));
        classeurs.put("feuilles", feuille("A", lignes(5, 5)) + feuille("B", lignes(5, 5)) + feuille("C", lignes(5, 5)));
        classeurs.put("vide", feuille("Feuille1", lignes(1, 1)));
        classeurs.put(
                "formules",
                feuille(
                        "Calculs",
                        "<table:table-row><table:table-cell table:formula=\"of:=1+2*3\" "
                                + "office:value-type=\"float\" office:value=\"7\"/></table:table-row>"));
        classeurs.put("large", feuille("Large", lignes(4, 200)));
        classeurs.put("zeros", feuille("Zéros", lignes(2000, 3).replaceAll("value=\"\\d+\"", "value=\"0\"")));
        return classeurs;
    }

    static Map<String, String> diaporamas() {
        var diaporamas = new TreeMap<String, String>();
        diaporamas.put("une", diapo(1));
        diaporamas.put("trente", diapo(30));
        diaporamas.put("image", "<draw:page draw:name=\"i\" draw:master-page-name=\"\">" + image() + "</draw:page>");
        return diaporamas;
    }

    static Path ecrire(Path salle, String nom, String sorte, String contenu, boolean macros) throws IOException {
        var genre = Map.of("fodt", "text", "fods", "spreadsheet", "fodp", "presentation")
                .get(sorte);
        var document = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document " + ESPACES
                + " office:mimetype=\"application/vnd.oasis.opendocument." + genre + "\">" + (macros ? MACRO : "")
                + "<office:body><office:" + genre + ">" + contenu + "</office:" + genre
                + "></office:body></office:document>";
        return Files.writeString(salle.resolve(nom + "." + sorte), document);
    }

    private static String p(String texte) {
        return "<text:p>"
                + texte.replace("<script>", "&lt;script&gt;").replace("<!DOCTYPE html>", "&lt;!DOCTYPE html&gt;")
                + "</text:p>";
    }

    private static String tableau(int hauteur, int largeur) {
        return "<table:table table:name=\"T\"><table:table-column table:number-columns-repeated=\"" + largeur + "\"/>"
                + ("<table:table-row>" + "<table:table-cell><text:p>Cellule</text:p></table:table-cell>".repeat(largeur)
                                + "</table:table-row>")
                        .repeat(hauteur)
                + "</table:table>";
    }

    private static String image() {
        var cadre =
                "<draw:frame svg:width=\"4cm\" svg:height=\"4cm\" svg:x=\"1cm\" svg:y=\"1cm\" text:anchor-type=\"paragraph\">"
                        + "<draw:image><office:binary-data>" + IMAGE
                        + "</office:binary-data></draw:image></draw:frame>";
        return cadre;
    }

    private static String formulaire() {
        return "<office:forms><form:form form:name=\"f\"><form:text form:control-implementation=\"ooo:com.sun.star.form.component.TextField\" "
                + "form:name=\"nom\" form:id=\"c1\" xml:id=\"c1\"/></form:form></office:forms>";
    }

    private static String feuille(String nom, String lignes) {
        return "<table:table table:name=\"" + nom + "\">" + lignes + "</table:table>";
    }

    private static String lignes(int hauteur, int largeur) {
        var lignes = new StringBuilder();
        for (var i = 0; i < hauteur; i++) {
            lignes.append("<table:table-row>");
            for (var j = 0; j < largeur; j++) {
                lignes.append("<table:table-cell office:value-type=\"float\" office:value=\"")
                        .append(i * 31 + j)
                        .append("\"/>");
            }
            lignes.append("</table:table-row>");
        }
        return lignes.toString();
    }

    private static String diapo(int combien) {
        var diapos = new StringBuilder();
        for (var i = 1; i <= combien; i++) {
            diapos.append("<draw:page draw:name=\"p")
                    .append(i)
                    .append(
                            "\"><draw:frame svg:width=\"20cm\" svg:height=\"3cm\" "
                                    + "svg:x=\"2cm\" svg:y=\"2cm\"><draw:text-box><text:p>Diapositive</text:p></draw:text-box></draw:frame></draw:page>");
        }
        return diapos.toString();
    }
}
