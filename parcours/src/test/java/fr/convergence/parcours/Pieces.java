package fr.convergence.parcours;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Des fichiers à déposer. */
final class Pieces {

    private Pieces() {}

    static FilePayload pdf(String nom) {
        try (var document = new PDDocument();
                var octets = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(octets);
            return new FilePayload(nom, "application/pdf", octets.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Un programme qui se dit PDF. */
    static FilePayload deguise(String nom) {
        return new FilePayload(nom, "application/pdf", new byte[] {'M', 'Z', 0, 1, 2, 3, 4, 5, 6, 7});
    }
}
