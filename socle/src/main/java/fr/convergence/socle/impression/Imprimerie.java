package fr.convergence.socle.impression;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import fr.convergence.socle.page.Formats;
import fr.convergence.socle.page.Gabarits;
import fr.convergence.socle.page.Marque;
import fr.convergence.socle.page.Textes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Rend un {@link Imprime} en PDF balisé (ISO 14289-1, PDF/UA), ses polices dedans : une synthèse vocale le lit dans
 * l'ordre, et « Ł » ou un pictogramme s'impriment sur toute machine.
 */
@Component
public final class Imprimerie {

    /** Ce qu'aucune police ne dessine : le carré vide que chacun connaît. */
    private static final String SANS_DESSIN = "\u25a1";

    /** La seule ressource qui se charge : une image écrite dans le gabarit même. */
    private static final String IMAGE_ECRITE = "data:image/png;base64,";

    private final List<Police> polices = List.of(
            new Police("Texte", 400, "polices/texte.ttf"),
            new Police("Texte", 700, "polices/texte-gras.ttf"),
            new Police("Pictogrammes", 400, "polices/pictogrammes.ttf"),
            new Police("Pictogrammes", 700, "polices/pictogrammes.ttf"));

    private final Gabarits gabarits;
    private final Feuille feuille;

    static {
        XRLog.setLoggerImpl(new TraceDuRendu());
    }

    Imprimerie(Gabarits gabarits, Textes textes, Marque marque) {
        this.gabarits = gabarits;
        this.feuille = new Feuille(textes, marque);
    }

    /** Le PDF de ce document ; les mêmes octets à chaque fois. */
    public byte[] imprimer(Imprime document) {
        var octets = new ByteArrayOutputStream();
        try (var rendu = moteur(html(document)).buildPdfRenderer();
                var pdf = rendu.createPDFKeepOpen()) {
            dater(pdf, document.le());
            pdf.save(octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    private PdfRendererBuilder moteur(String html) {
        var moteur = new PdfRendererBuilder()
                .useFastMode()
                .usePdfUaAccessibility(true)
                .useReplacementText(SANS_DESSIN)
                .useUnicodeLineBreaker(new CoupureDesLignes())
                .useExternalResourceAccessControl(
                        (adresse, sorte) -> adresse.startsWith(IMAGE_ECRITE),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .withHtmlContent(html, null);
        for (var police : polices) {
            moteur.useFont(
                    () -> new ByteArrayInputStream(police.octets()),
                    police.famille(),
                    police.graisse(),
                    FontStyle.NORMAL,
                    true);
        }
        return moteur;
    }

    /** Le moteur lit du XML, où la plupart des caractères de contrôle n'ont pas de place. */
    private String html(Imprime document) {
        var composee = new String(gabarits.composer(document, feuille).toByteArray(), StandardCharsets.UTF_8);
        return composee.codePoints()
                .map(point -> permisEnXml(point) ? point : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** XML 1.0, production 2 (Char). */
    private static boolean permisEnXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }

    /** Les dates et l'identifiant d'un PDF viennent d'ordinaire de l'heure où on le fait : ici, de celle du document. */
    private static void dater(PDDocument pdf, Instant le) {
        var date = GregorianCalendar.from(le.atZone(Formats.PARIS));
        pdf.getDocumentInformation().setCreationDate(date);
        pdf.getDocumentInformation().setModificationDate(date);
        pdf.setDocumentId(le.toEpochMilli());
    }

    /** Une police, lue une fois : chaque PDF n'en emporte que les lettres qu'il emploie. */
    private record Police(String famille, int graisse, byte[] octets) {

        Police(String famille, int graisse, String fichier) {
            this(famille, graisse, lire(fichier));
        }

        private static byte[] lire(String fichier) {
            try {
                return new ClassPathResource(fichier).getContentAsByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException("Police absente du programme : " + fichier, e);
            }
        }
    }
}
