package fr.convergence.socle.contenu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fr.convergence.socle.lecture.Recherche;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Pattern;

/** Les parties d'un document Office ou OpenDocument, et ce qu'une archive ordinaire contient d'actif. */
final class PartiesDeDocument {

    private static final List<String> ENTITES = List.of("<!doctype", "<!entity", "encoding=\"utf-7", "encoding='utf-7");

    /** Les premiers OpenDocument nomment leur grammaire ; aucun ne déclare d'entité. */
    private static final List<String> ENTITES_ODF = List.of("<!entity", "encoding=\"utf-7", "encoding='utf-7");

    private static final List<String> TYPES_A_MACROS = List.of("macroenabled", "vbaproject", "macrosheet");
    private static final List<String> CHIFFREMENT_ODF = List.of("encryption-data");
    private static final List<String> DDE = List.of("ddelink ", "dde-connection-decl ", "table:dde-link", "dde-source");
    private static final List<String> LIENS_ODF = List.of("table:table-source", "text:section-source");
    private static final List<String> LANCEMENTS = List.of("ppaction://program");

    private static final List<String> SCRIPTS =
            List.of("<script", "javascript:", " onload=", " onerror=", " onclick=", "vbscript:", "<hta:");

    private static final String ODF = "application/vnd.oasis.opendocument.";
    private static final Pattern MACRO_ODF =
            Pattern.compile("basic/[^/]+/(?!script-lb\\.xml|dialog-lb\\.xml|script-lc\\.xml).+|scripts/.+[^/]");
    private static final Pattern PAGE = Pattern.compile(".*\\.(x?html?|shtml|mht|mhtml|svg|xht)");
    private static final Pattern ACTIVEX = Pattern.compile("(word|xl|ppt)/activex/.*");
    private static final Pattern LIEN = Pattern.compile("xl/(externallinks/[^/]+\\.xml|connections\\.xml)");
    private static final Pattern CHAMPS = Pattern.compile("word/[^/]+\\.xml");

    private static final int TYPES_MAX = 1024 * 1024;

    private final Trouvailles trouvailles;
    private boolean office;
    private String odf = "";
    private boolean word;
    private boolean excel;
    private boolean powerpoint;
    private boolean entites;
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
            case PDF, DOC, XLS, PPT, ZIP, JPG, PNG, ZED -> false;
        };
    }

    void refuserLesEntites() throws ContenuRefuse {
        if (office && !odf.isEmpty()) {
            throw new ContenuRefuse(Raison.AMBIGU);
        }
        if (document() && entites) {
            throw new ContenuRefuse(Raison.XML_EXTERNE);
        }
    }

    /** @param chemin en minuscules, avec des barres obliques */
    void lire(String chemin, String nom, byte[] debut, InputStream flux) throws IOException {
        word |= chemin.startsWith("word/");
        excel |= chemin.startsWith("xl/");
        powerpoint |= chemin.startsWith("ppt/");
        if (chemin.equals("[content_types].xml")) {
            typesDuDocument(flux);
        } else if (chemin.equals("mimetype") && new String(debut, ISO_8859_1).startsWith(ODF)) {
            if (commence) {
                // Elle vient la première (OpenDocument 1.2, partie 3, 3.3) : ce qui précède n'a pas été jugé comme il
                // faut.
                throw new ContenuRefuse(Raison.AMBIGU);
            }
            odf = new String(debut, ISO_8859_1).strip();
        } else if (!odf.isEmpty()) {
            partieOdf(chemin, flux);
        } else if (chemin.endsWith(".rels")) {
            relations(flux);
        } else if (chemin.endsWith(".xml") || chemin.endsWith(".vml")) {
            partieOffice(chemin, flux);
        } else if (PAGE.matcher(chemin).matches() && Recherche.trouve(flux, SCRIPTS)) {
            trouvailles.voir(ContenuActif.PAGE_A_SCRIPT, nom);
        }
        commence = true;
        if (ACTIVEX.matcher(chemin).matches()) {
            trouvailles.voir(ContenuActif.OBJET, nom);
        }
    }

    /** La liste des types du document : elle annonce les macros, et ne déclare pas d'entités non plus. */
    private void typesDuDocument(InputStream flux) throws IOException {
        office = true;
        var liste = entiere(flux);
        if (Recherche.trouve(liste, TYPES_A_MACROS)) {
            throw new ContenuRefuse(Raison.MACROS);
        }
        entites |= Recherche.trouve(liste, ENTITES);
    }

    private void relations(InputStream flux) throws IOException {
        var liste = entiere(flux);
        entites |= Recherche.trouve(liste, ENTITES);
        Relations.lire(liste, trouvailles);
    }

    private void partieOffice(String chemin, InputStream flux) throws IOException {
        if (LIEN.matcher(chemin).matches()) {
            var vus = Recherche.tous(flux, List.of(ENTITES, DDE));
            entites |= vus.get(0);
            trouvailles.voir(vus.get(1) ? ContenuActif.DDE : ContenuActif.LIEN_EXTERNE);
        } else if (CHAMPS.matcher(chemin).matches()) {
            var champs = new ChampsWord(flux);
            entites |= Recherche.trouve(champs, ENTITES);
            champs.transferTo(OutputStream.nullOutputStream());
            if (champs.dde()) {
                trouvailles.voir(ContenuActif.DDE);
            }
        } else if (chemin.startsWith("ppt/slides/")) {
            var vus = Recherche.tous(flux, List.of(ENTITES, LANCEMENTS));
            entites |= vus.get(0);
            if (vus.get(1)) {
                trouvailles.voir(ContenuActif.LANCEMENT);
            }
        } else {
            entites |= Recherche.trouve(flux, ENTITES);
        }
    }

    private void partieOdf(String chemin, InputStream flux) throws IOException {
        if (MACRO_ODF.matcher(chemin).matches()) {
            throw new ContenuRefuse(Raison.MACROS);
        }
        if (chemin.equals("meta-inf/manifest.xml")) {
            var vus = Recherche.tous(flux, List.of(ENTITES_ODF, CHIFFREMENT_ODF));
            entites |= vus.get(0);
            if (vus.get(1)) {
                throw new ContenuRefuse(Raison.PROTEGE);
            }
        } else if (chemin.endsWith("content.xml")) {
            contenuOdf(flux);
        } else if (chemin.endsWith(".xml")) {
            entites |= Recherche.trouve(flux, ENTITES_ODF);
        }
    }

    private void contenuOdf(InputStream flux) throws IOException {
        var vus = Recherche.tous(flux, List.of(ENTITES_ODF, DDE, LIENS_ODF));
        entites |= vus.get(0);
        if (vus.get(1)) {
            trouvailles.voir(ContenuActif.DDE);
        }
        if (vus.get(2)) {
            trouvailles.voir(ContenuActif.LIEN_EXTERNE);
        }
    }

    private static byte[] entiere(InputStream flux) throws IOException {
        var liste = flux.readNBytes(TYPES_MAX + 1);
        if (liste.length > TYPES_MAX) {
            throw new ContenuRefuse(Raison.ILLISIBLE);
        }
        return liste;
    }
}
