package fr.convergence.parcours;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Un extrait Kbis d’une entreprise inventée. */
final class KbisDuParcours {

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);

    private KbisDuParcours() {}

    static FilePayload du(LocalDate date, String siren, String mandataire) {
        return pdf(List.of(
                "Greffe du Tribunal de Commerce de Paris",
                "Extrait Kbis",
                "EXTRAIT D’IMMATRICULATION PRINCIPALE AU REGISTRE DU COMMERCE ET DES SOCIETES",
                "à jour au " + JOUR.format(date),
                "IDENTIFICATION DE LA PERSONNE MORALE",
                "Immatriculation au RCS, numéro " + siren + " R.C.S. Paris",
                "Dénomination ou raison sociale LOGIPRO SANTÉ",
                "Forme juridique Société par actions simplifiée",
                "Adresse du siège 12 rue de la Paix 75002 Paris",
                "GESTION, DIRECTION, ADMINISTRATION",
                "Président",
                "Nom, prénoms " + mandataire));
    }

    /** Une page sans texte, comme en rend un copieur. */
    static FilePayload numerise() {
        return pdf(List.of());
    }

    private static FilePayload pdf(List<String> lignes) {
        try (var document = new PDDocument();
                var octets = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            try (var texte = new PDPageContentStream(document, page)) {
                texte.beginText();
                texte.setLeading(18);
                texte.newLineAtOffset(50, 740);
                texte.setFont(new PDType1Font(FontName.HELVETICA), 10);
                for (var ligne : lignes) {
                    texte.showText(ligne.replace('’', '\''));
                    texte.newLine();
                }
                texte.endText();
            }
            document.save(octets);
            return new FilePayload("kbis.pdf", "application/pdf", octets.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
