package fr.convergence.socle.contenu;

import static fr.convergence.socle.contenu.Echantillons.colle;
import static fr.convergence.socle.contenu.Echantillons.docx;
import static fr.convergence.socle.contenu.Echantillons.xlsx;
import static fr.convergence.socle.contenu.Echantillons.zip;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.socle.contenu.Echantillons.Entree;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Ce qu'un document de bureautique ou une archive contient d'actif se reconnaît sans antivirus. */
@Tag("PCE-3")
final class DocumentsActifsTest extends EssaisDeMarques {

    private static final byte[] PROGRAMME = colle("MZ".getBytes(UTF_8), new byte[400]);
    private static final byte[] FIB = new byte[600];

    @TestFactory
    Stream<DynamicTest> un_document_office_dit_ce_qu_il_a_d_actif() {
        return essais(
                marque(
                        "modèle d'un serveur",
                        Format.DOCX,
                        docx(modele("https://exemple.invalid/a.dotm")),
                        ContenuActif.MODELE_DISTANT),
                marque(
                        "modèle d'un partage",
                        Format.DOCX,
                        docx(modele("\\\\serveur\\modeles\\a.dotm")),
                        ContenuActif.MODELE_DISTANT),
                marque(
                        "modèle d'un partage en adresse",
                        Format.DOCX,
                        docx(modele("file://serveur/modeles/a.dotm")),
                        ContenuActif.MODELE_DISTANT),
                marque(
                        "modèle du disque du rédacteur",
                        Format.DOCX,
                        docx(modele("file:///C:\\Users\\claire\\Normal.dotm"))),
                marque("lien ordinaire", Format.DOCX, docx(relation("hyperlink", "https://exemple.invalid/"))),
                marque("DDE en morceaux", Format.DOCX, docx(champ("DD", "EAUTO c:\\\\x.exe")), ContenuActif.DDE),
                marque(
                        "DDE dans le texte",
                        Format.DOCX,
                        docx(new Entree("word/footer1.xml", "<w:t>La DDE de l'Hérault</w:t>"))),
                marque(
                        "champ simple",
                        Format.DOCX,
                        docx(new Entree("word/header1.xml", "<w:fldSimple w:instr=\" DDE Excel a b\"/>")),
                        ContenuActif.DDE),
                marque(
                        "DDE en utf-16",
                        Format.DOCX,
                        docx(new Entree(
                                "word/a.xml",
                                "<?xml version=\"1.0\"?><w:instrText>DDEAUTO x</w:instrText>".getBytes(UTF_16))),
                        ContenuActif.DDE),
                marque(
                        "objet OLE",
                        Format.DOCX,
                        docx(new Entree(
                                "word/embeddings/oleObject1.bin",
                                Composes.de("CONTENTS", new byte[9]).octets())),
                        ContenuActif.OBJET),
                marque(
                        "paquet d'un programme",
                        Format.DOCX,
                        docx(new Entree(
                                "word/embeddings/oleObject1.bin",
                                paquet("note.exe").octets())),
                        ContenuActif.OBJET,
                        ContenuActif.PROGRAMME),
                marque("graphique", Format.DOCX, docx(new Entree("word/embeddings/feuille.xlsx", xlsx()))),
                marque("ActiveX", Format.XLSX, xlsx(new Entree("xl/activeX/activeX1.xml", "<a/>")), ContenuActif.OBJET),
                marque(
                        "liaison d'un classeur",
                        Format.XLSX,
                        xlsx(new Entree("xl/externalLinks/externalLink1.xml", "<externalBook/>")),
                        ContenuActif.LIEN_EXTERNE),
                marque(
                        "DDE d'un classeur",
                        Format.XLSX,
                        xlsx(new Entree("xl/externalLinks/externalLink1.xml", "<ddeLink ddeService=\"cmd\"/>")),
                        ContenuActif.DDE),
                marque(
                        "objet d'un doc",
                        Format.DOC,
                        Composes.de("WordDocument", FIB)
                                .et("ObjectPool/_1/CONTENTS", new byte[9])
                                .octets(),
                        ContenuActif.OBJET),
                marque(
                        "programme dans un doc",
                        Format.DOC,
                        paquet("note.scr").et("WordDocument", FIB).octets(),
                        ContenuActif.OBJET,
                        ContenuActif.PROGRAMME),
                marque(
                        "DDE d'un doc",
                        Format.DOC,
                        Composes.de("WordDocument", colle(FIB, "\u0013 DDEAUTO x".getBytes(ISO_8859_1)))
                                .octets(),
                        ContenuActif.DDE),
                marque(
                        "liaison d'un xls",
                        Format.XLS,
                        Composes.de("Workbook", lienXls("\u0001budget.xls")).octets(),
                        ContenuActif.LIEN_EXTERNE),
                marque(
                        "DDE d'un xls",
                        Format.XLS,
                        Composes.de("Workbook", lienXls("cmd\u0003/c")).octets(),
                        ContenuActif.DDE));
    }

    @TestFactory
    Stream<DynamicTest> une_archive_dit_ce_qu_elle_a_d_actif() {
        return essais(
                marque("programme", Format.ZIP, zip(new Entree("outils/a.EXE", "x")), ContenuActif.PROGRAMME),
                marque(
                        "programme sous un autre nom",
                        Format.ZIP,
                        zip(new Entree("note.txt", PROGRAMME)),
                        ContenuActif.PROGRAMME),
                marque(
                        "script de commande dans un zip dans un zip",
                        Format.ZIP,
                        zip(new Entree("a.zip", zip(new Entree("b.bat", "dir")))),
                        ContenuActif.PROGRAMME),
                marque(
                        "texte qui commence par MZ",
                        Format.ZIP,
                        zip(new Entree("note.txt", "MZ, note de service du 3 mars"))),
                marque(
                        "page à script",
                        Format.ZIP,
                        zip(new Entree("rapport.html", "<html><script>a()</script>")),
                        ContenuActif.PAGE_A_SCRIPT),
                marque("page sans script", Format.ZIP, zip(new Entree("rapport.html", "<html><p>bonjour</p>"))),
                marque(
                        "dessin à script",
                        Format.ZIP,
                        zip(new Entree("a.svg", "<svg onload=\"a()\"/>")),
                        ContenuActif.PAGE_A_SCRIPT),
                marque(
                        "archive que nous n'ouvrons pas",
                        Format.ZIP,
                        zip(new Entree("a.7z", "7z")),
                        ContenuActif.NON_LU),
                marque(
                        "docx au modèle distant",
                        Format.ZIP,
                        zip(new Entree("a.docx", docx(modele("https://exemple.invalid/a")))),
                        ContenuActif.MODELE_DISTANT));
    }

    static Entree modele(String cible) {
        return relation("attachedTemplate", cible);
    }

    private static Entree relation(String type, String cible) {
        return new Entree(
                "word/_rels/settings.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                        + type + "\" Target=\"" + cible + "\" TargetMode=\"External\"/></Relationships>");
    }

    static Entree champ(String... morceaux) {
        var texte = new StringBuilder("<w:footnotes><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>");
        for (var morceau : morceaux) {
            texte.append("<w:r><w:instrText xml:space=\"preserve\">")
                    .append(morceau)
                    .append("</w:instrText></w:r>");
        }
        return new Entree("word/footnotes.xml", texte.append("</w:footnotes>").toString());
    }

    private static Composes paquet(String nom) {
        return Composes.de("\u0001Ole10Native", colle(new byte[6], (nom + "\0C:\\" + nom + "\0").getBytes(ISO_8859_1)));
    }

    private static byte[] lienXls(String chemin) {
        var donnees = ByteBuffer.allocate(60).order(ByteOrder.LITTLE_ENDIAN);
        donnees.putShort((short) 0x809).putShort((short) 4).putInt(0x0600);
        donnees.putShort((short) 0x1AE).putShort((short) (5 + chemin.length()));
        donnees.putShort((short) 0)
                .putShort((short) chemin.length())
                .put((byte) 0)
                .put(chemin.getBytes(ISO_8859_1));
        donnees.putShort((short) 0x0A).putShort((short) 0);
        return Arrays.copyOf(donnees.array(), donnees.position());
    }
}
