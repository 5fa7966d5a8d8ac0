package fr.convergence.isc.kbis;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Un PDF où chaque ligne est posée à sa place ; « | » en sépare les colonnes, « === » les pages. */
public final class UnKbis {

    private static final int LIGNES = 55;

    private UnKbis() {}

    public static byte[] pdf(String texte) {
        return octets(texte, 1, "");
    }

    /** Le même, suivi d’autant de pages. */
    public static byte[] pages(String texte, int pages) {
        return octets(texte, pages, "");
    }

    public static byte[] chiffre(String texte) {
        return octets(texte, 1, "sésame");
    }

    private static byte[] octets(String texte, int pages, String motDePasse) {
        try (var document = new PDDocument()) {
            for (var page : texte.split("===\n")) {
                ecrire(document, page.lines().toList());
            }
            while (document.getNumberOfPages() < pages) {
                ecrire(document, List.of("Page " + document.getNumberOfPages()));
            }
            if (!motDePasse.isEmpty()) {
                document.protect(new StandardProtectionPolicy(motDePasse, motDePasse, new AccessPermission()));
            }
            var octets = new ByteArrayOutputStream();
            document.save(octets);
            return octets.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void ecrire(PDDocument document, List<String> lignes) throws IOException {
        var page = new PDPage();
        document.addPage(page);
        try (var texte = new PDPageContentStream(document, page)) {
            texte.setFont(new PDType1Font(FontName.HELVETICA), 9);
            for (var rang = 0; rang < Math.min(lignes.size(), LIGNES); rang++) {
                var colonnes = lignes.get(rang).split("\\|");
                for (var colonne = 0; colonne < colonnes.length; colonne++) {
                    texte.beginText();
                    texte.newLineAtOffset(40 + 230f * colonne, 760 - 13f * rang);
                    texte.showText(colonnes[colonne].strip());
                    texte.endText();
                }
            }
        }
    }
}
