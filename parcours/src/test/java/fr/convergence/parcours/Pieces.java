package fr.convergence.parcours;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
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

    /** Un PDF d'exactement tant d'octets : ce qui suit sa fin est un commentaire. */
    static FilePayload pdfDe(String nom, int taille) {
        var court = pdf(nom).buffer;
        var rempli = Arrays.copyOf(court, taille);
        Arrays.fill(rempli, court.length, taille, (byte) '%');
        return new FilePayload(nom, "application/pdf", rempli);
    }

    /** Un programme qui se dit PDF. */
    static FilePayload deguise(String nom) {
        return new FilePayload(nom, "application/pdf", new byte[] {'M', 'Z', 0, 1, 2, 3, 4, 5, 6, 7});
    }
}
