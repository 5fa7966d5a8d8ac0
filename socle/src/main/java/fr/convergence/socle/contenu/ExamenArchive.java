package fr.convergence.socle.contenu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.springframework.util.StreamUtils;

/** Ce qu'on apprend d'une archive en lisant une à une ses entrées, et celles des archives qu'elle contient. */
final class ExamenArchive {

    /** Une archive peut en contenir une autre ; un document Office, un document, là où il se trouve. */
    private static final int ARCHIVE_AU_PLUS = 1;

    private static final int DOCUMENT_AU_PLUS = 2;

    /** Un chemin absolu, un lecteur, un retour en arrière, un signe de contrôle, un sens d'écriture forcé. */
    private static final Pattern CHEMIN_HOSTILE = Pattern.compile(
            "^[/\\\\]|^[A-Za-z]:|(^|[/\\\\])\\.\\.([/\\\\]|$)"
                    + "|[\\x00-\\x1f\\x7f\\u202a-\\u202e\\u2066-\\u2069]|\\u00e2\\u0080[\\u00aa-\\u00ae]|\\u00e2\\u0081[\\u00a6-\\u00a9]");

    private static final List<String> ENTITES = List.of("<!doctype", "<!entity", "encoding=\"utf-7", "encoding='utf-7");

    private static final List<String> TYPES_A_MACROS = List.of("macroenabled", "vbaproject", "macrosheet");

    private static final int TYPES_MAX = 1024 * 1024;

    private static final byte[] ARCHIVE = {'P', 'K', 3, 4};

    private final BudgetArchive budget;
    private final ArchiveChiffree regle;
    private final int niveau;

    private boolean enClair;
    private boolean chiffree;
    private boolean document;
    private boolean word;
    private boolean excel;
    private boolean entites;

    private ExamenArchive(BudgetArchive budget, ArchiveChiffree regle, int niveau) {
        this.budget = budget;
        this.regle = regle;
        this.niveau = niveau;
    }

    static ExamenArchive de(BudgetArchive budget, ArchiveChiffree regle) {
        return new ExamenArchive(budget, regle, 0);
    }

    /** Une entrée que nous ne pouvons pas lire. */
    void chiffree(String nom) throws ContenuRefuse {
        verifier(nom);
        chiffree = true;
        if (regle == ArchiveChiffree.REFUSEE) {
            throw new ContenuRefuse(Raison.PROTEGE);
        }
    }

    /** Lit une entrée jusqu'au bout. */
    void entree(String nom, InputStream clair) throws IOException {
        verifier(nom);
        enClair |= !nom.endsWith("/");
        var chemin = nom.toLowerCase(Locale.ROOT).replace('\\', '/');
        word |= chemin.startsWith("word/");
        excel |= chemin.startsWith("xl/");
        var flux = new PushbackInputStream(budget.compte(clair), 8);
        var debut = flux.readNBytes(8);
        flux.unread(debut);
        if (commenceParUneArchive(debut)) {
            imbriquee(flux);
        } else if (ControleCfb.commence(debut)) {
            ControleCfb.refuser(flux, regle != ArchiveChiffree.REFUSEE);
        } else if (ControlePdf.commence(debut)) {
            refuserPdfProtege(flux);
        } else if (chemin.equals("[content_types].xml")) {
            document = true;
            typesDuDocument(flux);
        } else if (chemin.endsWith(".xml") || chemin.endsWith(".rels") || chemin.endsWith(".vml")) {
            entites |= Recherche.trouve(flux, ENTITES);
        }
        flux.transferTo(OutputStream.nullOutputStream());
    }

    /** Ce que l'archive entière ne peut pas être. */
    void conclure(Format format) throws ContenuRefuse {
        refuserLesEntites();
        if (format == Format.ZIP) {
            if (regle == ArchiveChiffree.EXIGEE && (enClair || !chiffree)) {
                throw new ContenuRefuse(Raison.ARCHIVE_EN_CLAIR);
            }
            return;
        }
        if (!document || !(format == Format.DOCX ? word : excel)) {
            var type = document ? TypeReel.OFFICE : TypeReel.ZIP;
            throw new ContenuRefuse(new Refus(Raison.CONTENU_DIFFERENT, type.name()));
        }
    }

    private void verifier(String nom) throws ContenuRefuse {
        budget.entree();
        if (CHEMIN_HOSTILE.matcher(nom).find()) {
            throw new ContenuRefuse(Raison.ARCHIVE_CHEMIN);
        }
        var chemin = nom.toLowerCase(Locale.ROOT).replace('\\', '/');
        if (chemin.endsWith("vbaproject.bin") || chemin.endsWith("vbadata.xml") || chemin.contains("xl/macrosheets/")) {
            throw new ContenuRefuse(Raison.MACROS);
        }
    }

    /** La liste des types du document : elle annonce les macros, et ne déclare pas d'entités non plus. */
    private void typesDuDocument(InputStream flux) throws IOException {
        var liste = flux.readNBytes(TYPES_MAX);
        if (liste.length == TYPES_MAX) {
            throw new ContenuRefuse(Raison.ILLISIBLE);
        }
        if (Recherche.trouve(liste, TYPES_A_MACROS)) {
            throw new ContenuRefuse(Raison.MACROS);
        }
        entites |= Recherche.trouve(liste, ENTITES);
    }

    private void imbriquee(InputStream flux) throws IOException {
        if (niveau >= DOCUMENT_AU_PLUS) {
            throw new ContenuRefuse(Raison.ARCHIVE_IMBRIQUEE);
        }
        var dedans = new ExamenArchive(budget, regle, niveau + 1);
        try (var zip = new ZipInputStream(StreamUtils.nonClosing(flux), ISO_8859_1)) {
            for (var entree = zip.getNextEntry(); entree != null; entree = zip.getNextEntry()) {
                dedans.entree(entree.getName(), zip);
            }
        } catch (ZipException e) {
            // La bibliothèque ne le dit que par son message ; le reste de l'archive ne se lit alors pas.
            if (!String.valueOf(e.getMessage()).contains("encrypted")) {
                throw e;
            }
            dedans.chiffree("chiffree");
        }
        dedans.conclureImbriquee();
    }

    private void conclureImbriquee() throws ContenuRefuse {
        if (!document && niveau > ARCHIVE_AU_PLUS) {
            throw new ContenuRefuse(Raison.ARCHIVE_IMBRIQUEE);
        }
        refuserLesEntites();
    }

    private void refuserLesEntites() throws ContenuRefuse {
        if (document && entites) {
            throw new ContenuRefuse(Raison.XML_EXTERNE);
        }
    }

    private void refuserPdfProtege(InputStream flux) throws IOException {
        if (regle == ArchiveChiffree.REFUSEE && ControlePdf.chiffre(flux)) {
            throw new ContenuRefuse(Raison.PROTEGE);
        }
    }

    private static boolean commenceParUneArchive(byte[] debut) {
        for (var i = 0; i < ARCHIVE.length; i++) {
            if (i >= debut.length || debut[i] != ARCHIVE[i]) {
                return false;
            }
        }
        return true;
    }
}
