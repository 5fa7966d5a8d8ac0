package fr.convergence.socle.contenu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fr.convergence.socle.lecture.DebutDeXml;
import fr.convergence.socle.lecture.PartieXml;
import fr.convergence.socle.lecture.RechercheDOctets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Les parties d'un document Office ou OpenDocument, et ce qu'une archive ordinaire contient d'actif. */
final class PartiesDeDocument {

    private static final List<String> ENTITES = List.of("<!doctype", "<!entity");

    /** Les premiers OpenDocument nomment leur grammaire ; aucun ne déclare d'entité. */
    private static final List<String> ENTITES_ODF = List.of("<!entity");

    private static final List<String> TYPES_A_MACROS = List.of("macroenabled", "vbaproject", "macrosheet");
    private static final List<String> TYPES_D_OBJET = List.of("vnd.ms-office.activex");
    private static final List<String> TYPES_DE_LIEN =
            List.of("spreadsheetml.connections+xml", "spreadsheetml.externallink+xml");
    private static final String CHIFFREMENT_ODF = "encryption-data";
    private static final Set<String> DDE_ODF = Set.of("dde-connection-decl", "dde-link", "dde-source");
    private static final Set<String> LIENS_ODF = Set.of("table-source", "section-source");
    private static final List<String> ELEMENTS_ODF =
            List.of(CHIFFREMENT_ODF, "dde-connection-decl", "dde-link", "dde-source", "table-source", "section-source");

    private static final List<String> SCRIPTS =
            List.of("<script", "javascript:", " onload=", " onerror=", " onclick=", "vbscript:", "<hta:");

    private static final String ODF = "application/vnd.oasis.opendocument.";
    private static final Pattern MACRO_ODF =
            Pattern.compile("basic/[^/]+/(?!script-lb\\.xml|dialog-lb\\.xml|script-lc\\.xml).+|scripts/.+[^/]");
    private static final Pattern PAGE = Pattern.compile(".*\\.(x?html?|shtml|mht|mhtml|svg|xht)");

    /** Là et pas ailleurs (ECMA-376, partie 2, §6.5.2) ; du même nom rangée ailleurs, c'est une partie comme une autre. */
    private static final Pattern RELATIONS = Pattern.compile("(.*/)?_rels/[^/]*\\.rels");

    private static final Pattern ACTIVEX = Pattern.compile("(word|xl|ppt)/activex/.*");
    private static final Pattern LIEN = Pattern.compile("xl/(externallinks/[^/]+\\.xml|connections\\.xml)");

    private static final int TAMPON = 16 * 1024;

    /** Ce qui précède le premier élément guetté ; un document a les siens bien avant. */
    private static final int RELU_MAX = 8 * 1024 * 1024;

    private final Trouvailles trouvailles;
    private boolean office;
    private String odf = "";
    private boolean word;
    private boolean excel;
    private boolean powerpoint;
    private boolean entites;
    private String illisible = "";
    private boolean commence;

    PartiesDeDocument(Trouvailles trouvailles) {
        this.trouvailles = trouvailles;
    }

    /** Vrai d'un document, faux d'une archive ordinaire. */
    boolean document() {
        return office || !odf.isEmpty();
    }

    boolean est(Format format) {
        return switch (format) {
            case DOCX -> office && word;
            case XLSX -> office && excel;
            case PPTX -> office && powerpoint;
            case ODT, ODS, ODP -> odf.equals(format.typeMime());
            case PDF, DOC, XLS, PPT, ZIP, JPG, PNG, ZED, WEBM, MP4, CSV -> false;
        };
    }

    /** Ce qui ne se dit d'un XML que s'il est d'un document : une archive ordinaire peut en contenir de mal écrits. */
    void conclure() throws ContenuRefuse {
        if (office && !odf.isEmpty()) {
            throw new ContenuRefuse(Raison.AMBIGU);
        }
        if (document() && entites) {
            throw new ContenuRefuse(Raison.XML_EXTERNE);
        }
        if (document() && !illisible.isEmpty()) {
            trouvailles.voir(ContenuActif.NON_LU, illisible);
        }
    }

    /** @param chemin en minuscules, avec des barres obliques */
    void lire(String chemin, String nom, byte[] debut, InputStream flux) throws IOException {
        word |= chemin.startsWith("word/");
        excel |= chemin.startsWith("xl/");
        powerpoint |= chemin.startsWith("ppt/");
        if (chemin.equals("[content_types].xml")) {
            typesDuDocument(nom, flux);
        } else if (chemin.equals("mimetype") && new String(debut, ISO_8859_1).startsWith(ODF)) {
            if (commence) {
                // Elle vient la première (OpenDocument 1.2, partie 3, 3.3) : ce qui précède n'a pas été jugé comme il
                // faut.
                throw new ContenuRefuse(Raison.AMBIGU);
            }
            odf = new String(debut, ISO_8859_1).strip();
        } else if (!odf.isEmpty()) {
            partieOdf(chemin, nom, debut, flux);
        } else if (RELATIONS.matcher(chemin).matches()) {
            entites |= xml(nom, flux, ENTITES, new Relations(trouvailles));
        } else if (PAGE.matcher(chemin).matches()) {
            page(chemin, nom, debut, flux);
        } else if (debut.length > 0 && (chemin.endsWith(".xml") || DebutDeXml.parait(debut))) {
            entites |= partieOffice(chemin, nom, debut, flux, ENTITES);
        }
        commence = true;
        if (ACTIVEX.matcher(chemin).matches()) {
            trouvailles.voir(ContenuActif.OBJET, nom);
        }
    }

    /** La liste des types du document : elle annonce les macros, les objets et les liens où qu'ils soient rangés, et ne déclare pas d'entités non plus. */
    private void typesDuDocument(String nom, InputStream flux) throws IOException {
        office = true;
        entites |= xml(nom, flux, ENTITES, (_, attributs) -> {
            if (attributs.contiennent(TYPES_A_MACROS)) {
                throw new ContenuRefuse(Raison.MACROS);
            }
            if (attributs.contiennent(TYPES_D_OBJET)) {
                trouvailles.voir(ContenuActif.OBJET, attributs.de("partname"));
            }
            if (attributs.contiennent(TYPES_DE_LIEN)) {
                trouvailles.voir(ContenuActif.LIEN_EXTERNE);
            }
        });
    }

    /** Un dessin, une page : elle déclare sa grammaire sans mal, et la liste des types peut en faire une autre partie. */
    private void page(String chemin, String nom, byte[] debut, InputStream flux) throws IOException {
        var scripts = DebutDeXml.parait(debut)
                ? partieOffice(chemin, nom, debut, flux, SCRIPTS)
                : RechercheDOctets.trouve(flux, SCRIPTS);
        if (scripts) {
            trouvailles.voir(ContenuActif.PAGE_A_SCRIPT, nom);
        }
    }

    /** Celle que son nom ne dit pas du XML peut n'en être pas tout à fait : Excel laisse des balises ouvertes à ses dessins. */
    private boolean partieOffice(String chemin, String nom, byte[] debut, InputStream flux, List<String> guettes)
            throws IOException {
        var partie = new PartieOffice();
        var entiere = chemin.startsWith("word/") && chemin.endsWith(".xml") || !DebutDeXml.enClair(debut);
        var vus =
                entiere ? xml(nom, flux, guettes, partie) : siParait(PartieOffice.ELEMENTS, nom, flux, guettes, partie);
        partie.signaler(LIEN.matcher(chemin).matches(), trouvailles);
        return vus;
    }

    private void partieOdf(String chemin, String nom, byte[] debut, InputStream flux) throws IOException {
        if (MACRO_ODF.matcher(chemin).matches()) {
            throw new ContenuRefuse(Raison.MACROS);
        }
        if (PAGE.matcher(chemin).matches()) {
            var scripts = DebutDeXml.parait(debut)
                    ? xmlOdf(nom, debut, flux, SCRIPTS)
                    : RechercheDOctets.trouve(flux, SCRIPTS);
            if (scripts) {
                trouvailles.voir(ContenuActif.PAGE_A_SCRIPT, nom);
            }
        } else if (debut.length > 0 && (chemin.endsWith(".xml") || DebutDeXml.parait(debut))) {
            // LibreOffice range aussi des parties vides.
            entites |= xmlOdf(nom, debut, flux, ENTITES_ODF);
        }
    }

    private boolean xmlOdf(String nom, byte[] debut, InputStream flux, List<String> guettes) throws IOException {
        PartieXml.Lecteur lecteur = (element, _) -> elementOdf(element);
        return DebutDeXml.enClair(debut)
                ? siParait(ELEMENTS_ODF, nom, flux, guettes, lecteur)
                : xml(nom, flux, guettes, lecteur);
    }

    private void elementOdf(String element) throws ContenuRefuse {
        if (element.equals(CHIFFREMENT_ODF)) {
            throw new ContenuRefuse(Raison.PROTEGE);
        }
        if (DDE_ODF.contains(element)) {
            trouvailles.voir(ContenuActif.DDE);
        }
        if (LIENS_ODF.contains(element)) {
            trouvailles.voir(ContenuActif.LIEN_EXTERNE);
        }
    }

    /** Lit une partie, quoi qu'elle contienne ; vrai si l'un des mots guettés est dans ses octets. */
    private boolean xml(String nom, InputStream flux, List<String> guettes, PartieXml.Lecteur lecteur)
            throws IOException {
        var guet = new RechercheDOctets.AuPassage(flux, guettes);
        return finir(nom, guet, guettes, PartieXml.lire(guet, lecteur));
    }

    /**
     * La même, d'une partie écrite en clair, qui ne s'analyse que si l'un de ces éléments y paraît : un nom d'élément ne s'y
     * déguise pas, et une grande feuille de calcul n'en a aucun. Ce qui précède le premier est gardé pour être relu.
     */
    private boolean siParait(
            List<String> elements, String nom, InputStream flux, List<String> guettes, PartieXml.Lecteur lecteur)
            throws IOException {
        var guet = new RechercheDOctets.AuPassage(
                flux, Stream.concat(guettes.stream(), elements.stream()).toList());
        var debut = new ByteArrayOutputStream();
        var tampon = new byte[TAMPON];
        for (int n; !guet.vu(elements) && (n = guet.read(tampon)) >= 0; ) {
            if (debut.size() <= RELU_MAX) {
                debut.write(tampon, 0, n);
            }
        }
        var lue = !guet.vu(elements)
                || (debut.size() <= RELU_MAX
                        && PartieXml.lire(
                                new SequenceInputStream(new ByteArrayInputStream(debut.toByteArray()), guet), lecteur));
        return finir(nom, guet, guettes, lue);
    }

    private boolean finir(String nom, RechercheDOctets.AuPassage guet, List<String> guettes, boolean lue)
            throws IOException {
        guet.transferTo(OutputStream.nullOutputStream());
        if (!lue && illisible.isEmpty()) {
            illisible = nom;
        }
        return guet.vu(guettes);
    }
}
