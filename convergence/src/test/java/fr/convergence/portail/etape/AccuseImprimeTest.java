package fr.convergence.portail.etape;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.dossier.Statut;
import fr.convergence.portail.etape.AccusePage.PieceTransmise;
import fr.convergence.portail.formulaire.Preuve;
import fr.convergence.portail.saisie.CodeDeVerification;
import fr.convergence.socle.impression.Imprimerie;
import fr.convergence.socle.page.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Le PDF de l'accusé (DOS-8) : ce qu'il dit, et qu'il le dise sur toute machine et à toute personne. */
@TestDuPortail
@Tag("DOS-8")
final class AccuseImprimeTest {

    private static final Instant LE = Instant.parse("2026-03-17T08:04:05Z");

    @Autowired
    Imprimerie imprimerie;

    @Test
    void toute_lettre_d_un_nom_s_imprime() throws IOException {
        try (var pdf = imprime("Łukasz O’Connor – été №7 Ωμέγα Жанна Nguyễn 😀 👩‍💻.pdf")) {
            assertThat(texte(pdf))
                    .contains("ŁukaszO’Connor–été№7ΩμέγαЖаннаNguyễn😀", "CENTREHOSPITALIERŒŸ€“Ÿ”")
                    .doesNotContain("#", "□");
        }
    }

    @Test
    void chaque_police_est_dans_le_fichier() throws IOException {
        try (var pdf = imprime("liste.pdf")) {
            assertThat(StreamSupport.stream(pdf.getPages().spliterator(), false)
                            .flatMap(page -> StreamSupport.stream(
                                            page.getResources().getFontNames().spliterator(), false)
                                    .map(nom -> police(page.getResources(), nom))))
                    .isNotEmpty()
                    .allMatch(PDFont::isEmbedded);
        }
    }

    @Test
    void une_synthese_vocale_le_lit() throws IOException {
        try (var pdf = imprime("liste.pdf")) {
            var catalogue = pdf.getDocumentCatalog();
            assertThat(catalogue.getLanguage()).isEqualTo("fr");
            assertThat(catalogue.getMarkInfo().isMarked()).isTrue();
            assertThat(catalogue.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(pdf.getDocumentInformation().getTitle())
                    .isEqualTo("Accusé de dépôt n°\u00a0ABCDEFGHIJ, transmission 2");
            assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(LE);
        }
    }

    @Test
    void deux_cents_pieces_tiennent_sur_des_pages_numerotees() throws IOException {
        var preuves = IntStream.range(0, 200)
                .mapToObj(rang -> preuve("pièce-%03d.pdf".formatted(rang)))
                .toList();
        try (var pdf = Loader.loadPDF(imprimerie.imprimer(accuse(preuves)))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(3);
            assertThat(texte(pdf)).contains("1/" + pdf.getNumberOfPages(), "pièce-000.pdf", "pièce-199.pdf");
        }
    }

    @Test
    void un_nom_fait_pour_nuire_reste_un_nom() throws IOException {
        var nom = "<img src=\"file:///etc/passwd\"/>\u0001&nbsp;${7*7}.pdf";
        try (var pdf = imprime(nom)) {
            assertThat(texte(pdf)).contains("<imgsrc=\"file:///etc/passwd\"/>").contains("&nbsp;${7*7}.pdf");
        }
    }

    @Test
    @Tag("NEW-14")
    void le_code_qr_imprime_mene_a_sa_verification() throws Exception {
        try (var pdf = imprime("liste.pdf")) {
            var page = new PDFRenderer(pdf).renderImageWithDPI(0, 150);
            var points = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            var vu = new BinaryBitmap(
                    new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), points)));

            assertThat(new QRCodeReader().decode(vu).getText())
                    .isEqualTo("https://convergence.example/verification/ABCDEFGHIJ/"
                            + CodeDeVerification.de(2, "cd".repeat(32)).valeur());
            assertThat(texte(pdf))
                    .contains(
                            CodeDeVerification.de(2, "cd".repeat(32)).imprime().replace(" ", ""));
        }
    }

    private PDDocument imprime(String piece) throws IOException {
        return Loader.loadPDF(imprimerie.imprimer(accuse(List.of(preuve(piece)))));
    }

    private static PieceTransmise preuve(String nom) {
        return new PieceTransmise("Relevé d’identité bancaire", new Preuve("f", nom, 12_345, "ab".repeat(32)));
    }

    private static AccuseImprime accuse(List<PieceTransmise> preuves) {
        var volet = new Volet(
                "ABCDEFGHIJ",
                "eCaRE – Domaine 1",
                "CENTRE HOSPITALIER ŒŸ € “Ÿ”",
                "Étape 1",
                "/dossiers/ABCDEFGHIJ/candidature",
                List.of("Étape 1"),
                1,
                Statut.TRANSMIS_ARS,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Volet.Completude(
                        Message.brut("Étape 1"),
                        100,
                        Message.brut("22/22"),
                        Message.brut("22/22"),
                        List.of(),
                        List.of()),
                Message.brut(""),
                List.of(),
                Optional.empty());
        return new AccuseImprime(
                new AccusePage(
                        volet,
                        2,
                        LE,
                        "cd".repeat(32),
                        Message.brut("ARS Occitanie"),
                        preuves,
                        "/dossiers/ABCDEFGHIJ/candidature/accuses/2.pdf"),
                "https://convergence.example");
    }

    /** Sans les blancs : où une ligne se coupe ne regarde pas ces essais. */
    private static String texte(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf).replaceAll("[\\s\u00a0\u202f]", "");
    }

    private static PDFont police(PDResources ressources, COSName nom) {
        try {
            return ressources.getFont(nom);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
