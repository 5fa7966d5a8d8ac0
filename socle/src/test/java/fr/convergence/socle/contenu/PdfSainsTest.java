package fr.convergence.socle.contenu;

import static fr.convergence.socle.contenu.Echantillons.colle;
import static fr.convergence.socle.contenu.Echantillons.jpeg;
import static fr.convergence.socle.contenu.Echantillons.pdf;
import static fr.convergence.socle.contenu.Echantillons.zip;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.socle.contenu.Echantillons.Entree;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Un PDF que les lecteurs ouvrent est admis, fût-il écrit de travers (PCE-7). */
@Tag("PCE-7")
final class PdfSainsTest extends EssaisDeContenu {

    @TestFactory
    Stream<DynamicTest> un_pdf_que_les_lecteurs_ouvrent_est_admis() {
        var texte = new String(pdf(), ISO_8859_1);
        var page =
                texte.replace("/Kids[]", "/Kids[3 0 R]").replace("xref\n", "3 0 obj\n<</Type/Page>>\nendobj\nxref\n");
        return essais(
                admis(
                        "marque d'encodage",
                        Format.PDF,
                        colle(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, pdf())),
                admis("blancs avant", Format.PDF, colle("\r\n \t\n".getBytes(UTF_8), pdf())),
                admis("ordre d'imprimante avant", Format.PDF, colle("\u001b%-12345X@PJL\n".getBytes(UTF_8), pdf())),
                admis("zéros après", Format.PDF, colle(pdf(), new byte[100_000])),
                admis(
                        "lignes après",
                        Format.PDF,
                        colle(pdf(), "\n\n\r\n".repeat(5000).getBytes(UTF_8))),
                admis("sans retour à la fin", Format.PDF, texte.strip().getBytes(ISO_8859_1)),
                admis(
                        "sans marque de fin",
                        Format.PDF,
                        texte.replace("startxref\n107\n%%EOF", "startxref\n106").getBytes(ISO_8859_1)),
                admis(
                        "renvoi faux",
                        Format.PDF,
                        texte.replace("startxref\n107", "startxref\n9").getBytes(ISO_8859_1)),
                admis(
                        "sans table ni fin",
                        Format.PDF,
                        page.substring(0, page.indexOf("xref")).getBytes(ISO_8859_1)),
                admis("/Encrypt en commentaire", Format.PDF, pdf("%/Encrypt 12 0 R\n")),
                admis("/Encrypt dans une chaîne", Format.PDF, pdf("/Title(voir \\(/Encrypt 12 0 R\\))")),
                admis("/Encrypt nul", Format.PDF, pdf("/Encrypt null")),
                admis("/Encrypt dans un flux", Format.PDF, avecFlux("trailer<</Encrypt 5 0 R>>")),
                admis("archive jointe", Format.PDF, avecFlux(new String(zip(new Entree("a", "b")), ISO_8859_1))),
                admis(
                        "mise à jour",
                        Format.PDF,
                        colle(
                                pdf(),
                                "4 0 obj<<>>endobj\ntrailer<</Root 1 0 R/Prev 107>>\nstartxref\n1\n%%EOF"
                                        .getBytes(UTF_8))),
                admis("pdf dans un zip", Format.ZIP, zip(new Entree("a.pdf", pdf("%/Encrypt 12 0 R\n")))),
                refuse(
                        "flux coupé",
                        Format.PDF,
                        texte.replaceAll("(?s)xref.*", "4 0 obj<</Length 9>>stream\nabc")
                                .getBytes(ISO_8859_1),
                        Raison.ILLISIBLE),
                refuse(
                        "deux pdf l'un dans la tête de l'autre",
                        Format.PDF,
                        colle("%PDF-1.4 <svg>".getBytes(UTF_8), pdf()),
                        Raison.AMBIGU),
                refuse(
                        "programme devant",
                        Format.PDF,
                        colle("MZ".getBytes(UTF_8), new byte[100], pdf()),
                        Raison.AMBIGU),
                refuse("image devant", Format.PDF, colle(Arrays.copyOf(jpeg(2, 2), 20), pdf()), Raison.AMBIGU));
    }

    private static byte[] avecFlux(String contenu) {
        var objet = "5 0 obj<</Length " + contenu.length() + ">>stream\n" + contenu + "\nendstream\nendobj\n";
        return new String(pdf(), ISO_8859_1)
                .replace("xref\n0 3", objet + "xref\n0 3")
                .getBytes(ISO_8859_1);
    }
}
