package fr.convergence.portail.etape;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import fr.convergence.socle.page.Formats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.web.util.HtmlUtils;

/**
 * Le PDF de l'accusé de dépôt (DOS-8), refait à chaque demande de l'édition scellée : elle ne change pas, lui non plus,
 * à l'octet près (décision 0013).
 */
final class AccuseDeDepot {

    private static final String MODELE = """
            <html lang="fr"><head><title>Accusé de dépôt</title><style>
            @page { size: A4; margin: 20mm; }
            body { font-family: Helvetica, sans-serif; font-size: 10pt; color: #161616; }
            h1 { font-size: 18pt; } h2 { font-size: 13pt; margin-top: 8mm; }
            table { width: 100%%; border-collapse: collapse; }
            th, td { text-align: left; vertical-align: top; border-bottom: 0.5pt solid #cecece; padding: 2mm; }
            .empreinte { font-family: Courier, monospace; font-size: 7.5pt; }
            </style></head><body>
            <h1>Accusé de dépôt</h1>
            <p>La plateforme Convergence a reçu la transmission décrite ici. L’heure est celle du serveur, à Paris.</p>
            <table>
            <tr><th>Candidature</th><td>n°\u00a0%s</td></tr>
            <tr><th>Guichet</th><td>%s</td></tr>
            <tr><th>Étape</th><td>%s</td></tr>
            <tr><th>Établissement</th><td>%s</td></tr>
            <tr><th>Transmission</th><td>n°\u00a0%d, reçue le %s</td></tr>
            <tr><th>Destinataire</th><td>%s</td></tr>
            <tr><th>Empreinte SHA-256 des réponses</th><td class="empreinte">%s</td></tr>
            </table>
            <h2>Pièces transmises</h2>
            <table><tr><th>Fichier</th><th>Taille</th><th>Empreinte SHA-256</th></tr>%s</table>
            </body></html>
            """;

    static {
        XRLog.setLoggerImpl(new TraceDuRendu());
    }

    private AccuseDeDepot() {}

    static byte[] pdf(AccusePage accuse) {
        var octets = new ByteArrayOutputStream();
        var moteur =
                new PdfRendererBuilder().withHtmlContent(html(accuse), null).useFastMode();
        try (var rendu = moteur.buildPdfRenderer();
                var document = rendu.createPDFKeepOpen()) {
            dater(document, accuse.le());
            document.save(octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    /** Les dates et l'identifiant d'un PDF viennent d'ordinaire de l'heure où on le fait : ici, de celle de l'édition. */
    private static void dater(PDDocument document, Instant le) {
        var date = GregorianCalendar.from(le.atZone(Formats.PARIS));
        document.getDocumentInformation().setCreationDate(date);
        document.getDocumentInformation().setModificationDate(date);
        document.setDocumentId(le.toEpochMilli());
    }

    static String html(AccusePage accuse) {
        var volet = accuse.volet();
        var pieces = accuse.preuves().stream()
                .map(preuve -> "<tr><td>%s</td><td>%s</td><td class=\"empreinte\">%s</td></tr>"
                        .formatted(echapper(preuve.nom()), Formats.taille(preuve.taille()), preuve.sha256()))
                .collect(Collectors.joining());
        return MODELE.formatted(
                volet.reference(),
                echapper(volet.guichet()),
                echapper(volet.etape()),
                echapper(volet.candidat()),
                accuse.numero(),
                Formats.dateHeureSeconde(accuse.le()),
                echapper(accuse.region()),
                accuse.empreinte(),
                pieces.isEmpty() ? "<tr><td colspan=\"3\">Aucune pièce.</td></tr>" : pieces);
    }

    /** openhtmltopdf lit du XML : seules les entités qu'il connaît. */
    private static String echapper(String texte) {
        return HtmlUtils.htmlEscapeDecimal(texte, "UTF-8");
    }
}
