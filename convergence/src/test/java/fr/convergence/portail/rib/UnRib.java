package fr.convergence.portail.rib;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Un RIB d’une page. */
final class UnRib {

    private UnRib() {}

    static byte[] pdf(String... lignes) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var texte = new PDPageContentStream(document, page)) {
                texte.beginText();
                texte.setLeading(20);
                texte.newLineAtOffset(60, 700);
                texte.setFont(new PDType1Font(FontName.HELVETICA), 11);
                for (var ligne : lignes) {
                    texte.showText(ligne);
                    texte.newLine();
                }
                texte.endText();
            }
            var octets = new ByteArrayOutputStream();
            document.save(octets);
            return octets.toByteArray();
        }
    }
}
