package fr.convergence.socle.contenu;

import static fr.convergence.socle.contenu.Echantillons.colle;
import static fr.convergence.socle.contenu.Echantillons.docx;
import static fr.convergence.socle.contenu.Echantillons.jpeg;
import static fr.convergence.socle.contenu.Echantillons.png;
import static fr.convergence.socle.contenu.Echantillons.xlsx;
import static fr.convergence.socle.contenu.Echantillons.zip;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.convergence.socle.contenu.Echantillons.Entree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ce que les logiciels des établissements écrivent s'accepte, et un refus dit le vrai motif (PCE-7). */
@Tag("PCE-7")
final class FichiersSainsTest extends EssaisDeContenu {

    private static final byte[] FIB = ByteBuffer.allocate(600)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putShort(0, (short) 0xA5EC)
            .array();

    private static final byte[] CLASSEUR = ByteBuffer.allocate(40)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putShort((short) 0x809)
            .putShort((short) 16)
            .put(new byte[16])
            .putShort((short) 0x0A)
            .putShort((short) 0)
            .array();

    @ParameterizedTest
    @CsvSource({
        "word2007-theme.doc,",
        "sans-theme.doc,",
        "petit-miniflux.doc,",
        "bom.pdf,",
        "bourrage-8k.pdf,",
        "texte-encrypt.pdf,",
        "pdf-avec-zip-joint.pdf,",
        "cp850.zip,",
        "macos.zip,",
        "zip64.zip,",
        "descripteurs.docx,",
        "owner-only.pdf, RESTREINT"
    })
    void les_cas_releves_ont_leur_bonne_reponse(String nom, Raison raison) throws IOException {
        var fichier = racine().resolve("../shared/cas").resolve(nom);
        assumeThat(fichier).as("Dossier des cas relevés absent").exists();
        var format = Format.deExtension(nom.substring(nom.lastIndexOf('.') + 1)).orElseThrow();
        assertThat(raison(format, Files.readAllBytes(fichier))).isEqualTo(Optional.ofNullable(raison));
    }

    @TestFactory
    Stream<DynamicTest> un_office_97_sain_est_admis() {
        var theme = zip(new Entree("theme/theme/theme1.xml", "<a/>"));
        return essais(
                admis(
                        "doc à mini-flux",
                        Format.DOC,
                        Composes.de("WordDocument", FIB).octets()),
                admis(
                        "xls à mini-flux",
                        Format.XLS,
                        Composes.de("Workbook", CLASSEUR).octets()),
                admis("xls de 1995", Format.XLS, Composes.de("Book", CLASSEUR).octets()),
                admis(
                        "ppt",
                        Format.PPT,
                        Composes.de("PowerPoint Document", new byte[50]).octets()),
                admis(
                        "doc au thème zip",
                        Format.DOC,
                        Composes.de("WordDocument", FIB).et("1Table", theme).octets()),
                admis(
                        "doc au grand thème zip, en dernier",
                        Format.DOC,
                        Composes.de("WordDocument", FIB)
                                .et("1Table", colle(new byte[5000], theme))
                                .octets()),
                admis(
                        "xls au zip incorporé",
                        Format.XLS,
                        Composes.de("Workbook", CLASSEUR)
                                .et("MBD0001/Package", docx())
                                .octets()),
                admis(
                        "doc dont le texte parle de macros",
                        Format.DOC,
                        Composes.de("WordDocument", FIB)
                                .et("Data", Echantillons.cfb("Macros", "VBA"))
                                .octets()),
                admis(
                        "doc dans un zip",
                        Format.ZIP,
                        zip(new Entree("a.doc", Composes.de("WordDocument", FIB).octets()))),
                admis(
                        "xls aux modules vides",
                        Format.XLS,
                        aModule("Attribute VB_Name = \"Feuil1\"\r\nOption Explicit\r\n", 900)),
                refuse(
                        "xls au module écrit",
                        Format.XLS,
                        aModule("Attribute VB_Name = \"A\"\r\nSub a()\r\nEnd Sub\r\n", 900),
                        Raison.MACROS),
                refuse(
                        "xls au code préparé sans sa source",
                        Format.XLS,
                        aModule("Attribute VB_Name = \"A\"\r\n", 5000),
                        Raison.MACROS),
                refuse(
                        "doc derrière lequel une archive est collée",
                        Format.DOC,
                        colle(Composes.de("WordDocument", FIB).octets(), theme),
                        Raison.AMBIGU),
                refuse(
                        "petit doc chiffré",
                        Format.DOC,
                        Composes.de("WordDocument", avec(FIB, 11, 1)).octets(),
                        Raison.PROTEGE),
                refuse(
                        "petit xls chiffré",
                        Format.XLS,
                        Composes.de("Workbook", avec(CLASSEUR, 20, 0x2F)).octets(),
                        Raison.PROTEGE),
                refuse(
                        "xls à feuille de macros d'Excel 4",
                        Format.XLS,
                        Composes.de("Workbook", feuilleDeMacros()).octets(),
                        Raison.MACROS),
                refuse(
                        "doc à macros",
                        Format.DOC,
                        Composes.de("WordDocument", FIB)
                                .et("Macros/VBA/dir", new byte[9])
                                .octets(),
                        Raison.MACROS),
                refuse(
                        "macros d'un classeur incorporé",
                        Format.DOC,
                        Composes.de("WordDocument", FIB)
                                .et("ObjectPool/_1/_VBA_PROJECT_CUR/a", new byte[9])
                                .octets(),
                        Raison.MACROS),
                refuse(
                        "docx chiffré en doc",
                        Format.DOC,
                        Composes.de("EncryptedPackage", new byte[9])
                                .et("EncryptionInfo", new byte[9])
                                .octets(),
                        Raison.PROTEGE));
    }

    @TestFactory
    Stream<DynamicTest> une_archive_ou_une_image_saine_est_admise() {
        var bruit = new byte[2_000_000];
        new Random(7).nextBytes(bruit);
        return essais(
                admis("icône d'un dossier de macOS", Format.ZIP, zip(new Entree("Preuves/Icon\r", ""))),
                admis(
                        "docx incorporé trois fois",
                        Format.ZIP,
                        zip(new Entree("a", zip(new Entree("b", docx(new Entree("word/embeddings/c.xlsx", xlsx()))))))),
                admis("photo suivie d'une vidéo", Format.JPG, colle(jpeg(640, 480), bruit)),
                admis("png suivi de données", Format.PNG, colle(png(640, 480), new byte[500])),
                admis("plan A3", Format.PNG, png(9_921, 7_016)),
                admis("pptx", Format.PPTX, document("ppt/presentation.xml")),
                admis("odt", Format.ODT, odt("<office:document-content/>")),
                admis(
                        "odt aux macros vides",
                        Format.ODT,
                        odt("<a/>", new Entree("Basic/Standard/script-lb.xml", "<a/>"))),
                admis(
                        "odt des débuts",
                        Format.ODT,
                        odt(
                                "<a/>",
                                new Entree(
                                        "META-INF/manifest.xml",
                                        "<!DOCTYPE manifest:manifest PUBLIC \"a\" \"Manifest.dtd\"><a/>"))),
                refuse(
                        "odt qui dit ce qu'il est après ses macros",
                        Format.ODT,
                        zip(
                                new Entree("Basic/Standard/Module1.xml", "<a/>"),
                                new Entree("content.xml", "<a/>"),
                                new Entree("mimetype", "application/vnd.oasis.opendocument.text")),
                        Raison.AMBIGU),
                refuse(
                        "docx qui se dit aussi odt",
                        Format.DOCX,
                        zip(
                                new Entree("mimetype", "application/vnd.oasis.opendocument.text"),
                                new Entree("[Content_Types].xml", "<Types/>"),
                                new Entree("word/document.xml", "<a/>")),
                        Raison.AMBIGU),
                refuse("ods en odt", Format.ODS, odt("<a/>"), Raison.CONTENU_DIFFERENT),
                refuse(
                        "odt chiffré",
                        Format.ODT,
                        odt("<a/>", new Entree("META-INF/manifest.xml", "<manifest:encryption-data/>")),
                        Raison.PROTEGE),
                refuse(
                        "odt à macros",
                        Format.ODT,
                        odt("<a/>", new Entree("Basic/Standard/Module1.xml", "<a/>")),
                        Raison.MACROS),
                refuse(
                        "odt à entités",
                        Format.ODT,
                        odt("<!DOCTYPE a [<!ENTITY b SYSTEM \"c\">]><a/>"),
                        Raison.XML_EXTERNE));
    }

    @Test
    void ce_qui_n_est_pas_le_fichier_voulu_dit_ce_que_c_est() throws IOException {
        assertThat(detail(Format.PDF, new byte[9000])).isEqualTo("NUAGE");
        assertThat(detail(Format.JPG, colle(new byte[] {0, 0, 0, 24}, "ftypheic".getBytes(UTF_8))))
                .isEqualTo("HEIC");
        assertThat(detail(Format.DOCX, new byte[] {0, 5, 0x16, 7, 0, 2, 0, 0})).isEqualTo("ANNEXE");
        assertThat(detail(Format.ZIP, "Rar!\u001a\u0007\u0001\u0000".getBytes(ISO_8859_1)))
                .isEqualTo("ARCHIVE");
        assertThat(detail(Format.DOC, "{\\rtf1 a}".getBytes(UTF_8))).isEqualTo("RTF");
    }

    private String detail(Format format, byte[] octets) throws IOException {
        return refus(format, octets).orElseThrow().detail();
    }

    private static Path racine() {
        var ici = Path.of("").toAbsolutePath();
        return Files.exists(ici.resolve("mesurer")) ? ici : ici.resolve("..").normalize();
    }

    private static byte[] avec(byte[] octets, int position, int valeur) {
        var copie = octets.clone();
        copie[position] = (byte) valeur;
        return copie;
    }

    /** Un module dont la source, compressée sans renvoi, suit le code préparé ([MS-OVBA] §2.4.1). */
    private static byte[] aModule(String source, int prepare) {
        var comprime = new ByteArrayOutputStream();
        for (var i = 0; i < source.length(); i++) {
            if (i % 8 == 0) {
                comprime.write(0);
            }
            comprime.write(source.charAt(i));
        }
        var entete = 0xB000 | comprime.size() - 1;
        var module =
                colle(new byte[prepare], new byte[] {1, (byte) entete, (byte) (entete >> 8)}, comprime.toByteArray());
        return Composes.de("Workbook", CLASSEUR)
                .et("_VBA_PROJECT_CUR/VBA/Feuil1", module)
                .et("_VBA_PROJECT_CUR/VBA/dir", new byte[9])
                .et("_VBA_PROJECT_CUR/PROJECT", new byte[9])
                .octets();
    }

    private static byte[] feuilleDeMacros() {
        return colle(
                Arrays.copyOf(CLASSEUR, 20),
                new byte[] {(byte) 0x85, 0, 9, 0, 0, 0, 0, 0, 0, 1, 1, 0, 'a'},
                Arrays.copyOfRange(CLASSEUR, 20, 24));
    }

    private static byte[] document(String partie) {
        return zip(new Entree("[Content_Types].xml", "<Types/>"), new Entree(partie, "<a/>"));
    }

    private static byte[] odt(String contenu, Entree... enPlus) {
        var entrees = new Entree[enPlus.length + 2];
        entrees[0] = new Entree("mimetype", "application/vnd.oasis.opendocument.text");
        entrees[1] = new Entree("content.xml", contenu);
        System.arraycopy(enPlus, 0, entrees, 2, enPlus.length);
        return zip(entrees);
    }
}
