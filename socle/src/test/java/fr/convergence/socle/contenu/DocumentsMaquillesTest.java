package fr.convergence.socle.contenu;

import static fr.convergence.socle.contenu.DocumentsActifsTest.champ;
import static fr.convergence.socle.contenu.DocumentsActifsTest.modele;
import static fr.convergence.socle.contenu.Echantillons.docx;
import static fr.convergence.socle.contenu.Echantillons.xlsx;
import static fr.convergence.socle.contenu.Echantillons.zip;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.contenu.Echantillons.Entree;
import java.nio.charset.Charset;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Un contenu actif que son écriture cache à qui cherche des mots, pas au logiciel qui l'ouvre. */
@Tag("PCE-3")
final class DocumentsMaquillesTest extends EssaisDeMarques {

    private static final Charset EBCDIC = Charset.forName("IBM037");

    /** Ce que le logiciel qui l'ouvre lit de même : une référence de caractère, un préfixe, un commentaire, un chemin. */
    @TestFactory
    Stream<DynamicTest> un_contenu_actif_ecrit_autrement_se_reconnait_encore() {
        return essais(
                marque(
                        "relation externe en références de caractères",
                        Format.DOCX,
                        docx(
                                relations(
                                        "<Relationship Id=\"r\" Type=\"x/attached&#84;emplate\" Target=\"&#104;ttps&#x3A;//exemple.invalid/a\" TargetMode=\"&#69;xternal\"/>")),
                        ContenuActif.MODELE_DISTANT),
                marque(
                        "relation en hexadécimal",
                        Format.DOCX,
                        docx(
                                relations(
                                        "<Relationship Id=\"r\" Type=\"x/attachedTemplate\" Target=\"https://exemple.invalid/a\" TargetMode=\"&#x45;xternal\"/>")),
                        ContenuActif.MODELE_DISTANT),
                marque(
                        "relation préfixée, un chevron dans un attribut",
                        Format.DOCX,
                        docx(
                                new Entree(
                                        "word/_rels/settings.xml.rels",
                                        "<p:Relationships xmlns:p=\"http://schemas.openxmlformats.org/package/2006/relationships\"><p:Relationship Id=\">\" Type=\"x/attachedTemplate\" Target='https://exemple.invalid/a' TargetMode=\"External\"></p:Relationship></p:Relationships>")),
                        ContenuActif.MODELE_DISTANT),
                marque(
                        "relation en commentaire",
                        Format.DOCX,
                        docx(
                                relations(
                                        "<!--<Relationship Type=\"x/attachedTemplate\" Target=\"https://exemple.invalid/a\" TargetMode=\"External\"/>-->"))),
                marque(
                        "relations en utf-16",
                        Format.DOCX,
                        docx(new Entree(
                                "word/_rels/settings.xml.rels",
                                new String(modele("https://exemple.invalid/a").octets(), UTF_8).getBytes(UTF_16))),
                        ContenuActif.MODELE_DISTANT),
                marque(
                        "DDE en références de caractères",
                        Format.DOCX,
                        docx(champ("&#68;D", "E&#65;UTO c:\\x.exe")),
                        ContenuActif.DDE),
                marque(
                        "DDE coupée d'un commentaire et d'une section CDATA",
                        Format.DOCX,
                        docx(champ("D<!-- x -->D", "<![CDATA[EAUTO x]]>")),
                        ContenuActif.DDE),
                marque(
                        "champ simple, instruction en références",
                        Format.DOCX,
                        docx(new Entree("word/header1.xml", "<q:fldSimple q:instr=\" &#x44;DE a b\"/>")),
                        ContenuActif.DDE),
                marque(
                        "partie rangée ailleurs",
                        Format.DOCX,
                        docx(new Entree("autre/partie.xml", "<w:fldSimple w:instr=\"DDEAUTO a b\"/>")),
                        ContenuActif.DDE),
                marque(
                        "DDE d'un classeur rangée ailleurs, sans espace après son nom",
                        Format.XLSX,
                        xlsx(new Entree("xl/liens/l.xml", "<x:ddeLink\tx:ddeService=\"cmd\"/>")),
                        ContenuActif.DDE),
                marque(
                        "lancement en références",
                        Format.PPTX,
                        pptx(new Entree("ppt/slides/slide1.xml", "<a:hlinkClick action=\"ppaction:&#47;/program\"/>")),
                        ContenuActif.LANCEMENT),
                marque(
                        "OpenDocument au préfixe choisi",
                        Format.ODT,
                        odt(
                                "<o:document><z:section-source href=\"https://exemple.invalid/a.odt\"/><z:dde-source/></o:document>"),
                        ContenuActif.LIEN_EXTERNE,
                        ContenuActif.DDE),
                marque(
                        "partie qui n'est pas du XML",
                        Format.DOCX,
                        docx(new Entree("word/a.xml", "<w:r><w:instrText>DDE a</w:r>")),
                        ContenuActif.NON_LU),
                marque(
                        "attribut démesuré",
                        Format.DOCX,
                        docx(new Entree("word/a.xml", "<w:r a=\"" + nombres(2_500_000) + "\"/>")),
                        ContenuActif.NON_LU),
                marque(
                        "arbre démesuré",
                        Format.DOCX,
                        docx(new Entree("word/a.xml", "<a>".repeat(2_000) + "</a>".repeat(2_000))),
                        ContenuActif.NON_LU),
                marque(
                        "un XML mal écrit dans une archive ordinaire ne dit rien",
                        Format.ZIP,
                        zip(new Entree("releve.xml", "<a><b></a>"))));
    }

    /** C'est la liste des types qui dit d'une partie ce qu'elle est ; son nom peut finir comme on veut. */
    @TestFactory
    Stream<DynamicTest> une_partie_se_lit_quel_que_soit_son_nom() {
        var champ = "<w:fldSimple w:instr=\"DDEAUTO a b\"/>";
        return Stream.concat(
                Stream.of("dat", "vml", "svg", "html", "rels")
                        .flatMap(fin -> essais(marque(
                                fin, Format.DOCX, docx(new Entree("word/entete." + fin, champ)), ContenuActif.DDE))),
                essais(
                        marque(
                                "en utf-16",
                                Format.DOCX,
                                docx(new Entree("word/entete.dat", champ.getBytes(UTF_16))),
                                ContenuActif.DDE),
                        marque(
                                "après des blancs",
                                Format.DOCX,
                                docx(new Entree("word/entete.dat", " ".repeat(200) + champ)),
                                ContenuActif.DDE),
                        marque(
                                "une police brouillée n'est pas du XML",
                                Format.DOCX,
                                docx(new Entree("word/fonts/font1.odttf", "<\u0003\u001b/\u0007<<"))),
                        marque(
                                "un dessin déclare sa grammaire",
                                Format.DOCX,
                                docx(new Entree(
                                        "word/media/image1.svg",
                                        "<!DOCTYPE svg PUBLIC \"a\" \"b\"><svg><path/></svg>"))),
                        marque(
                                "un dessin d'Excel laisse des balises ouvertes",
                                Format.XLSX,
                                xlsx(new Entree("xl/drawings/dessin1.vml", "<xml><div>a<br></div></xml>")))));
    }

    @TestFactory
    Stream<DynamicTest> un_encodage_qui_coupe_les_noms_ne_cache_rien() {
        var lance = "<a:hlink\u001b(BClick action=\"ppaction://program\"/>";
        return essais(
                marque(
                        "japonais",
                        Format.PPTX,
                        pptx(new Entree(
                                "ppt/slides/slide1.xml", "<?xml version=\"1.0\" encoding=\"iso-2022-jp\"?>" + lance)),
                        ContenuActif.LANCEMENT),
                marque(
                        "japonais annoncé loin",
                        Format.PPTX,
                        pptx(new Entree(
                                "ppt/slides/slide1.xml",
                                "<?xml version=\"1.0\"" + " ".repeat(200) + "encoding=\"iso-2022-jp\"?>" + lance)),
                        ContenuActif.LANCEMENT),
                marque(
                        "japonais dans un OpenDocument",
                        Format.ODT,
                        odt("<?xml version='1.0' encoding='ISO-2022-JP'?><d><text:dde\u001b(B-source/></d>"),
                        ContenuActif.DDE),
                marque(
                        "utf-7",
                        Format.XLSX,
                        xlsx(new Entree(
                                "xl/a.xml", "<?xml version=\"1.0\" encoding = \"utf-7\"?>+ADw-x:ddeLink/+AD4-")),
                        ContenuActif.NON_LU),
                marque(
                        "EBCDIC dans un OpenDocument",
                        Format.ODT,
                        odt("<?xml version=\"1.0\" encoding=\"IBM037\"?><d><text:dde-source/></d>".getBytes(EBCDIC)),
                        ContenuActif.DDE),
                marque(
                        "entité en EBCDIC",
                        Format.DOCX,
                        docx(new Entree(
                                "word/a.xml",
                                "<?xml version=\"1.0\" encoding=\"IBM037\"?><!DOCTYPE d [<!ENTITY b \"c\">]><d>&b;</d>"
                                        .getBytes(EBCDIC))),
                        ContenuActif.NON_LU),
                marque(
                        "les encodages ordinaires ne disent rien",
                        Format.XLSX,
                        xlsx(
                                new Entree(
                                        "xl/a.xml",
                                        "<?xml version=\"1.0\" encoding=\"windows-1252\" standalone=\"yes\"?><a>&amp;&#233;</a>"),
                                new Entree("xl/b.xml", "<?xml version='1.0' encoding='GBK'?><a b='&lt;'>&amp;</a>"))));
    }

    @TestFactory
    Stream<DynamicTest> des_macros_annoncees_autrement_sont_refusees() {
        return Stream.of("macro&#69;nabled", "MACRO&#x65;nabled", "vba&#80;roject")
                .map(type -> DynamicTest.dynamicTest(
                        type,
                        () -> assertThat(examiner(
                                        Format.DOCX,
                                        zip(
                                                new Entree(
                                                        "[Content_Types].xml",
                                                        "<t:Types xmlns:t=\"x\"><t:Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.ms-word.document."
                                                                + type + ".main+xml\"/></t:Types>"),
                                                new Entree("word/document.xml", "<document/>")),
                                        new Regle(ArchiveChiffree.REFUSEE, Set.of())))
                                .isEqualTo(new Constat.Refuse(new Refus(Raison.MACROS)))));
    }

    /** Assez divers pour que ce ne soit pas une bombe. */
    private static String nombres(int combien) {
        return IntStream.range(0, combien).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }

    private static Entree relations(String relations) {
        return new Entree("word/_rels/settings.xml.rels", "<Relationships>" + relations + "</Relationships>");
    }

    private static byte[] pptx(Entree partie) {
        return zip(
                new Entree("[Content_Types].xml", "<Types/>"),
                new Entree("ppt/presentation.xml", "<presentation/>"),
                partie);
    }

    private static byte[] odt(String contenu) {
        return odt(contenu.getBytes(UTF_8));
    }

    private static byte[] odt(byte[] contenu) {
        return zip(
                new Entree("mimetype", "application/vnd.oasis.opendocument.text"),
                new Entree("content.xml", contenu),
                new Entree("Configurations2/accelerator/current.xml", ""));
    }
}
