package fr.convergence.socle.contenu;

import static fr.convergence.socle.contenu.Echantillons.cfb;
import static fr.convergence.socle.contenu.Echantillons.colle;
import static fr.convergence.socle.contenu.Echantillons.docm;
import static fr.convergence.socle.contenu.Echantillons.docx;
import static fr.convergence.socle.contenu.Echantillons.jpeg;
import static fr.convergence.socle.contenu.Echantillons.pdf;
import static fr.convergence.socle.contenu.Echantillons.png;
import static fr.convergence.socle.contenu.Echantillons.xlsx;
import static fr.convergence.socle.contenu.Echantillons.zip;
import static fr.convergence.socle.contenu.Echantillons.zipChiffre;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.contenu.Echantillons.Entree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@Tag("PCE-2")
@Tag("PCE-3")
final class ControlesTest {

    private static final byte[] SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".getBytes(UTF_8);
    private static final byte[] HTML =
            "<!DOCTYPE html><html><body><script>alert(1)</script></body></html>".getBytes(UTF_8);
    private static final byte[] PROGRAMME = colle("MZ".getBytes(UTF_8), new byte[400]);
    private static final String XXE =
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>";

    @TempDir
    Path dossier;

    private record Cas(String phrase, Format format, byte[] octets, Optional<Raison> attendu) {}

    private static Cas admis(String phrase, Format format, byte[] octets) {
        return new Cas(phrase, format, octets, Optional.empty());
    }

    private static Cas refuse(String phrase, Format format, byte[] octets, Raison raison) {
        return new Cas(phrase, format, octets, Optional.of(raison));
    }

    @TestFactory
    Stream<DynamicTest> chaque_format_sain_est_admis() {
        return essais(
                admis("pdf", Format.PDF, pdf()),
                admis(
                        "pdf qui parle de /Encrypt",
                        Format.PDF,
                        pdf("/Title(/Encrypt, /EncryptMetadata)/EncryptX 1 0 R")),
                admis("doc", Format.DOC, Echantillons.doc()),
                admis("xls", Format.XLS, Echantillons.xls()),
                admis("docx", Format.DOCX, docx()),
                admis("xlsx", Format.XLSX, xlsx()),
                admis("docx contenant un xlsx", Format.DOCX, docx(new Entree("word/embeddings/a.xlsx", xlsx()))),
                admis("zip", Format.ZIP, zip(new Entree("a/", ""), new Entree("a/b.html", "<!DOCTYPE html>"))),
                admis("zip d'un zip d'un docx", Format.ZIP, dansUnZip(dansUnZip(docx()))),
                admis("jpg", Format.JPG, jpeg(640, 480)),
                admis("jpg suivi des données d'un appareil", Format.JPG, colle(jpeg(640, 480), new byte[500])),
                admis("png", Format.PNG, png(640, 480)),
                admis("zed", Format.ZED, Echantillons.zed()));
    }

    @TestFactory
    Stream<DynamicTest> un_contenu_deguise_est_refuse() {
        return essais(
                refuse("page web en pdf", Format.PDF, HTML, Raison.CONTENU_DIFFERENT),
                refuse("svg en png", Format.PNG, SVG, Raison.CONTENU_DIFFERENT),
                refuse("svg en jpg", Format.JPG, SVG, Raison.CONTENU_DIFFERENT),
                refuse("programme en doc", Format.DOC, PROGRAMME, Raison.CONTENU_DIFFERENT),
                refuse("programme en zip", Format.ZIP, PROGRAMME, Raison.CONTENU_DIFFERENT),
                refuse("docx en pdf", Format.PDF, docx(), Raison.CONTENU_DIFFERENT),
                refuse("docx en xlsx", Format.XLSX, docx(), Raison.CONTENU_DIFFERENT),
                refuse("zip en docx", Format.DOCX, zip(new Entree("a", "b")), Raison.CONTENU_DIFFERENT),
                refuse("xls en doc", Format.DOC, Echantillons.xls(), Raison.CONTENU_DIFFERENT),
                refuse("doc en zed", Format.ZED, Echantillons.doc(), Raison.CONTENU_DIFFERENT),
                refuse("eicar en pdf", Format.PDF, Echantillons.EICAR.getBytes(UTF_8), Raison.CONTENU_DIFFERENT));
    }

    @TestFactory
    Stream<DynamicTest> un_fichier_protege_est_refuse() {
        return essais(
                refuse("pdf chiffré sans mot de passe", Format.PDF, pdf("/Encrypt 5 0 R"), Raison.RESTREINT),
                refuse("pdf chiffré", Format.PDF, pdf("/Encrypt<</Filter/Standard/V 1>>"), Raison.PROTEGE),
                refuse("pdf chiffré, nom déguisé", Format.PDF, pdf("/#45ncr#79pt % ici\n<<"), Raison.PROTEGE),
                refuse("zip chiffré", Format.ZIP, zipChiffre(), Raison.PROTEGE),
                refuse("zip chiffré dans un zip", Format.ZIP, dansUnZip(zipChiffre()), Raison.PROTEGE),
                refuse("pdf chiffré dans un zip", Format.ZIP, dansUnZip(pdf("/Encrypt<<>>")), Raison.PROTEGE),
                refuse("docx à mot de passe", Format.DOCX, cfb("EncryptionInfo", "EncryptedPackage"), Raison.PROTEGE),
                refuse("doc à mot de passe", Format.DOC, avec(Echantillons.doc(), 1024 + 11, 1), Raison.PROTEGE),
                refuse("xls à mot de passe", Format.XLS, avec(Echantillons.xls(), 1024, 0x2F), Raison.PROTEGE));
    }

    @TestFactory
    Stream<DynamicTest> les_macros_sont_refusees() {
        return essais(
                refuse("docm renommé docx", Format.DOCX, docm(), Raison.MACROS),
                refuse(
                        "projet VBA sans le dire",
                        Format.DOCX,
                        docx(new Entree("word/x.bin", cfb("a", "_VBA_PROJECT"))),
                        Raison.MACROS),
                refuse(
                        "partie VBA en majuscules",
                        Format.XLSX,
                        xlsx(new Entree("xl/VBAPROJECT.BIN", "")),
                        Raison.MACROS),
                refuse(
                        "feuille de macros Excel 4",
                        Format.XLSX,
                        xlsx(new Entree("xl/macrosheets/sheet1.xml", "")),
                        Raison.MACROS),
                refuse("doc", Format.DOC, cfb("Root Entry", "WordDocument", "Macros", "VBA"), Raison.MACROS),
                refuse("xls", Format.XLS, cfb("Root Entry", "Workbook", "_vba_PROJECT_CUR"), Raison.MACROS),
                refuse("docm dans un zip", Format.ZIP, dansUnZip(docm()), Raison.MACROS),
                refuse(
                        "doc à macros dans un zip dans un zip",
                        Format.ZIP,
                        dansUnZip(dansUnZip(cfb("Macros"))),
                        Raison.MACROS));
    }

    @TestFactory
    Stream<DynamicTest> une_archive_piegee_est_refusee() {
        var zeros = new byte[60_000_000];
        return essais(
                refuse("bombe", Format.ZIP, zip(new Entree("zeros", zeros)), Raison.ARCHIVE_DEMESUREE),
                refuse(
                        "bombe dans un zip",
                        Format.ZIP,
                        dansUnZip(zip(new Entree("zeros", zeros))),
                        Raison.ARCHIVE_DEMESUREE),
                refuse("bombe en docx", Format.DOCX, docx(new Entree("word/a.xml", zeros)), Raison.ARCHIVE_DEMESUREE),
                refuse(
                        "trois étages de zip",
                        Format.ZIP,
                        dansUnZip(dansUnZip(dansUnZip(pdf()))),
                        Raison.ARCHIVE_IMBRIQUEE),
                refuse("quatre étages", Format.ZIP, dansUnZip(dansUnZip(dansUnZip(docx()))), Raison.ARCHIVE_IMBRIQUEE),
                refuse("chemin remontant", Format.ZIP, zip(new Entree("a/../../b", "")), Raison.ARCHIVE_CHEMIN),
                refuse("chemin remontant de Windows", Format.ZIP, zip(new Entree("..\\b", "")), Raison.ARCHIVE_CHEMIN),
                refuse(
                        "chemin remontant imbriqué",
                        Format.ZIP,
                        dansUnZip(zip(new Entree("../b", ""))),
                        Raison.ARCHIVE_CHEMIN),
                refuse("chemin absolu", Format.ZIP, zip(new Entree("/etc/passwd", "")), Raison.ARCHIVE_CHEMIN),
                refuse("lecteur", Format.ZIP, zip(new Entree("C:\\a", "")), Raison.ARCHIVE_CHEMIN),
                refuse("retour à la ligne", Format.ZIP, zip(new Entree("a\r\nb", "")), Raison.ARCHIVE_CHEMIN),
                refuse("sens d'écriture", Format.ZIP, zip(new Entree("a\u202egpj.exe", "")), Raison.ARCHIVE_CHEMIN),
                refuse("lien symbolique", Format.ZIP, lienSymbolique(), Raison.ARCHIVE_CHEMIN),
                refuse("archive vide", Format.ZIP, zip(), Raison.VIDE));
    }

    @TestFactory
    Stream<DynamicTest> un_contenu_double_est_refuse() {
        return essais(
                refuse("zip derrière un pdf", Format.PDF, colle(pdf(), zip(new Entree("a", "b"))), Raison.AMBIGU),
                refuse("pdf devant un zip", Format.ZIP, colle(pdf(), zip(new Entree("a", "b"))), Raison.AMBIGU),
                refuse(
                        "page web en tête de pdf",
                        Format.PDF,
                        colle("%PDF-1.4 <html><script>".getBytes(UTF_8), pdf()),
                        Raison.AMBIGU),
                refuse("page web en queue de pdf", Format.PDF, colle(pdf(), HTML), Raison.AMBIGU),
                refuse(
                        "zip derrière une photographie",
                        Format.JPG,
                        colle(jpeg(2, 2), zip(new Entree("a", "b"))),
                        Raison.AMBIGU),
                refuse("script derrière une photographie", Format.JPG, colle(jpeg(2, 2), HTML), Raison.AMBIGU),
                refuse("script derrière une image", Format.PNG, colle(png(2, 2), HTML), Raison.AMBIGU),
                refuse(
                        "zip derrière un doc",
                        Format.DOC,
                        colle(Echantillons.doc(), zip(new Entree("a", "b"))),
                        Raison.AMBIGU),
                refuse("entrées qui se chevauchent", Format.ZIP, chevauchement(), Raison.AMBIGU),
                refuse(
                        "octets après l'archive",
                        Format.ZIP,
                        colle(zip(new Entree("a", "b")), new byte[30]),
                        Raison.AMBIGU),
                refuse(
                        "en-tête locale qui dit autre chose",
                        Format.ZIP,
                        avec(zip(new Entree("a", "b")), 30, 'z'),
                        Raison.AMBIGU));
    }

    @TestFactory
    Stream<DynamicTest> une_image_demesuree_est_refusee_sans_etre_decodee() {
        return essais(
                refuse("png", Format.PNG, png(60_000, 60_000), Raison.IMAGE_DEMESUREE),
                refuse("png plus grand qu'un entier", Format.PNG, png(-1, 2), Raison.IMAGE_DEMESUREE),
                refuse("jpg", Format.JPG, jpeg(65_000, 65_000), Raison.IMAGE_DEMESUREE),
                refuse("surface", Format.PNG, png(10_000, 10_000), Raison.IMAGE_DEMESUREE));
    }

    @TestFactory
    Stream<DynamicTest> un_document_qui_declare_des_entites_est_refuse() {
        return essais(
                refuse("docx", Format.DOCX, docx(new Entree("word/settings.xml", XXE)), Raison.XML_EXTERNE),
                refuse("utf-16", Format.XLSX, xlsx(new Entree("xl/a.xml", XXE.getBytes(UTF_16))), Raison.XML_EXTERNE),
                refuse("relations", Format.DOCX, docx(new Entree("_rels/.rels", XXE)), Raison.XML_EXTERNE),
                refuse(
                        "docx dans un zip",
                        Format.ZIP,
                        dansUnZip(docx(new Entree("word/a.xml", XXE))),
                        Raison.XML_EXTERNE),
                admis("xml dans un zip", Format.ZIP, zip(new Entree("export.xml", XXE))));
    }

    @TestFactory
    Stream<DynamicTest> un_fichier_coupe_est_illisible() {
        return essais(
                refuse("pdf", Format.PDF, coupe(pdf()), Raison.ILLISIBLE),
                refuse("zip", Format.ZIP, coupe(zip(new Entree("a", "b"))), Raison.ILLISIBLE),
                refuse("png", Format.PNG, coupe(png(2, 2)), Raison.ILLISIBLE),
                refuse("jpg", Format.JPG, coupe(jpeg(2, 2)), Raison.ILLISIBLE),
                refuse("un octet", Format.ZIP, new byte[1], Raison.CONTENU_DIFFERENT));
    }

    @Test
    void un_conteneur_exige_n_a_que_des_entrees_chiffrees() throws IOException {
        assertThat(raison(Format.ZIP, zipChiffre(), ArchiveChiffree.EXIGEE)).isEmpty();
        assertThat(raison(Format.ZIP, zipChiffre(), ArchiveChiffree.ADMISE)).isEmpty();
        assertThat(raison(Format.ZIP, zip(new Entree("a", "b")), ArchiveChiffree.EXIGEE))
                .contains(Raison.ARCHIVE_EN_CLAIR);
    }

    private Stream<DynamicTest> essais(Cas... cas) {
        return Stream.of(cas)
                .map(un -> DynamicTest.dynamicTest(
                        un.phrase,
                        () -> assertThat(raison(un.format, un.octets, ArchiveChiffree.REFUSEE))
                                .isEqualTo(un.attendu)));
    }

    private Optional<Raison> raison(Format format, byte[] octets, ArchiveChiffree regle) throws IOException {
        var fichier = Files.write(dossier.resolve("essai"), octets);
        try (var canal = Files.newByteChannel(fichier)) {
            return Controles.examiner(canal, format, new Regle(regle, ContenuActif.REFUSES_SANS_MENTION))
                    .siRefuse()
                    .map(Refus::raison);
        }
    }

    private static byte[] dansUnZip(byte[] octets) {
        return zip(new Entree("dedans", octets));
    }

    private static byte[] avec(byte[] octets, int position, int valeur) {
        octets[position] = (byte) valeur;
        return octets;
    }

    private static byte[] coupe(byte[] octets) {
        return Arrays.copyOf(octets, octets.length - 8);
    }

    /** Deux lignes du répertoire désignent les mêmes données, comme dans les bombes sans récursion. */
    private static byte[] chevauchement() {
        var zip = zip(new Entree("a", "contenu"), new Entree("b", "contenu"));
        var octets = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        octets.putInt(octets.getInt(zip.length - 6) + 47 + 42, 0);
        return zip;
    }

    private static byte[] lienSymbolique() {
        var zip = zip(new Entree("a", "/etc/passwd"));
        var octets = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        var ligne = octets.getInt(zip.length - 6);
        octets.put(ligne + 5, (byte) 3).putInt(ligne + 38, 0xA1FF0000);
        return zip;
    }
}
