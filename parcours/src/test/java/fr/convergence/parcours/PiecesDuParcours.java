package fr.convergence.parcours;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Des fichiers à déposer. */
final class PiecesDuParcours {

    private PiecesDuParcours() {}

    static FilePayload pdf(String nom) {
        return pdf(nom, 0);
    }

    private static FilePayload pdf(String nom, int remplissage) {
        try (var document = new PDDocument();
                var octets = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            var rempli = document.getDocument().createCOSStream();
            try (var contenu = rempli.createRawOutputStream()) {
                contenu.write(new byte[remplissage]);
            }
            document.getDocumentCatalog().getCOSObject().setItem("Remplissage", rempli);
            document.save(octets);
            return new FilePayload(nom, "application/pdf", octets.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Un PDF d'exactement tant d'octets. */
    static FilePayload pdfDe(String nom, int taille) {
        var vide = pdf(nom, 0).buffer.length;
        var presque = pdf(nom, taille - vide).buffer.length;
        return pdf(nom, taille - vide + taille - presque);
    }

    /** Un programme qui se dit PDF. */
    static FilePayload deguise(String nom) {
        return new FilePayload(nom, "application/pdf", new byte[] {'M', 'Z', 0, 1, 2, 3, 4, 5, 6, 7});
    }
}
