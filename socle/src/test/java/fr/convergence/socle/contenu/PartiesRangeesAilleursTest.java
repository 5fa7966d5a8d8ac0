package fr.convergence.socle.contenu;

import static fr.convergence.socle.contenu.Echantillons.docx;
import static fr.convergence.socle.contenu.Echantillons.xlsx;
import static fr.convergence.socle.contenu.Echantillons.zip;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.contenu.Echantillons.Entree;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Une partie active se reconnaît à son contenu, à son type ou à sa relation : aucun chemin ne la cache. */
@Tag("PCE-3")
final class PartiesRangeesAilleursTest extends EssaisDeMarques {

    /** Ni « activex/ » ni « connections.xml » : un autre chemin, la même partie. */
    @TestFactory
    Stream<DynamicTest> un_objet_ou_un_lien_range_ailleurs_se_reconnait_encore() {
        return essais(
                marque(
                        "objet à son contenu",
                        Format.DOCX,
                        docx(
                                new Entree(
                                        "word/formes/f.dat",
                                        "<z:ocx z:classid=\"{D7053240}\" xmlns:z=\"http://schemas.microsoft.com/office/2006/activeX\"/>")),
                        ContenuActif.OBJET),
                marque("objet à sa relation", Format.DOCX, docx(liee("control")), ContenuActif.OBJET),
                marque(
                        "objet à sa relation, en références de caractères",
                        Format.DOCX,
                        docx(liee("&#99;ontrol")),
                        ContenuActif.OBJET),
                marque(
                        "objet à son type",
                        Format.DOCX,
                        typee("application/vnd.ms-office.active&#88;+xml"),
                        ContenuActif.OBJET),
                marque("connexion à sa relation", Format.XLSX, xlsx(liee("connections")), ContenuActif.LIEN_EXTERNE),
                marque(
                        "classeur lié à sa relation",
                        Format.XLSX,
                        xlsx(liee("externalLink")),
                        ContenuActif.LIEN_EXTERNE),
                marque(
                        "connexion à son type",
                        Format.DOCX,
                        typee("application/vnd.openxmlformats-officedocument.spreadsheetml.connections+xml"),
                        ContenuActif.LIEN_EXTERNE),
                marque("une relation ordinaire ne dit rien", Format.DOCX, docx(liee("image"), liee("ctrlProp"))),
                marque(
                        "des données d'entreprise ne disent rien",
                        Format.DOCX,
                        docx(new Entree("customXml/item1.xml", "<connections><ocx/><connection/></connections>"))));
    }

    @TestFactory
    Stream<DynamicTest> une_partie_d_open_document_se_lit_quel_que_soit_son_nom() {
        var liee = "<o:d><z:section-source href=\"https://exemple.invalid/a.odt\"/><z:dde-source/></o:d>";
        return Stream.concat(
                Stream.of("objet", "contenu.dat", "dessin.svg", "page.html")
                        .flatMap(nom -> essais(marque(
                                nom,
                                Format.ODT,
                                odt("<d/>", new Entree("Object 1/" + nom, liee)),
                                ContenuActif.LIEN_EXTERNE,
                                ContenuActif.DDE))),
                essais(
                        marque(
                                "dessin à script",
                                Format.ODT,
                                odt("<d/>", new Entree("Pictures/a.svg", "<svg onload=\"a()\"/>")),
                                ContenuActif.PAGE_A_SCRIPT),
                        marque(
                                "un dessin déclare ses entités sans mal",
                                Format.ODT,
                                odt(
                                        "<d/>",
                                        new Entree("Pictures/a.svg", "<!DOCTYPE svg [<!ENTITY ns \"x\">]><svg/>")))));
    }

    @TestFactory
    Stream<DynamicTest> des_macros_liees_sont_refusees_ou_qu_elles_soient() {
        return Stream.of("vbaProject", "wordVbaData", "xlMacrosheet", "xlIntlMacrosheet")
                .map(type -> DynamicTest.dynamicTest(
                        type,
                        () -> assertThat(examiner(
                                        Format.DOCX, docx(liee(type)), new Regle(ArchiveChiffree.REFUSEE, Set.of())))
                                .isEqualTo(new Constat.Refuse(new Refus(Raison.MACROS)))));
    }

    /** Une relation interne, de ce type. */
    private static Entree liee(String type) {
        return new Entree(
                "xl/_rels/" + type.replaceAll("\\W", "") + ".xml.rels",
                "<Relationships><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                        + type + "\" Target=\"autre/partie.dat\"/></Relationships>");
    }

    private static byte[] typee(String type) {
        return zip(
                new Entree(
                        "[Content_Types].xml",
                        "<Types><Override PartName=\"/autre/partie.dat\" ContentType=\"" + type + "\"/></Types>"),
                new Entree("word/document.xml", "<document/>"));
    }

    private static byte[] odt(String contenu, Entree partie) {
        return zip(
                new Entree("mimetype", "application/vnd.oasis.opendocument.text"),
                new Entree("content.xml", contenu),
                partie);
    }
}
