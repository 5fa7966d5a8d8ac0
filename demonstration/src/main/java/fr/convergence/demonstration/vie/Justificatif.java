package fr.convergence.demonstration.vie;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Une page PDF de quelques lignes, telle qu'un service en joint une. */
final class Justificatif {

    private static final float MARGE = 60;
    private static final float INTERLIGNE = 22;

    private Justificatif() {}

    static byte[] pdf(String titre, List<String> lignes) throws IOException {
        try (var document = new PDDocument()) {
            document.getDocumentInformation().setTitle(titre);
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var texte = new PDPageContentStream(document, page)) {
                texte.beginText();
                texte.setLeading(INTERLIGNE);
                texte.newLineAtOffset(MARGE, PDRectangle.A4.getHeight() - MARGE);
                texte.setFont(new PDType1Font(FontName.HELVETICA_BOLD), 16);
                texte.showText(titre);
                texte.setFont(new PDType1Font(FontName.HELVETICA), 11);
                texte.newLine();
                for (var ligne : lignes) {
                    texte.newLine();
                    texte.showText(ligne);
                }
                texte.endText();
            }
            var octets = new ByteArrayOutputStream();
            document.save(octets);
            return octets.toByteArray();
        }
    }
}
