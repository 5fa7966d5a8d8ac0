package fr.convergence.socle.contenu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fr.convergence.socle.lecture.Octets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.springframework.util.StreamUtils;

/** Ce qu'on apprend d'une archive en lisant une à une ses entrées, et celles des archives qu'elle contient. */
final class ExamenArchive {

    /** Une archive peut en contenir une autre ; un document Office, un document, là où il se trouve. */
    private static final int ARCHIVE_AU_PLUS = 1;

    private static final int DOCUMENT_AU_PLUS = 3;

    /** Ce qu'une entrée peut tenir en mémoire pour y être relue ; au-delà, elle se lit au passage, moins bien. */
    private static final int MEMOIRE_MAX = 16 * 1024 * 1024;

    private static final int DEBUT = 96;

    /** Un chemin absolu, un lecteur, un retour en arrière, un signe de contrôle, un sens d'écriture forcé. */
    private static final Pattern CHEMIN_HOSTILE = Pattern.compile(
            "^[/\\\\]|^[A-Za-z]:|(^|[/\\\\])\\.\\.([/\\\\]|$)"
                    + "|[\\x00-\\x1f\\x7f\\u202a-\\u202e\\u2066-\\u2069]|\\u00e2\\u0080[\\u00aa-\\u00ae]|\\u00e2\\u0081[\\u00a6-\\u00a9]");

    /** Le fichier où macOS garde l'icône d'un dossier : son nom finit par un retour chariot. */
    private static final Pattern ICONE_DE_MACOS = Pattern.compile("(^|/)(\\._)?Icon\r$");

    /** Les archives que nous n'ouvrons pas. */
    private static final Pattern OPAQUE = Pattern.compile(".*\\.(7z|rar|gz|tgz|bz2|xz|tar|cab|iso|img|vhdx?|dmg)");

    private static final byte[] ARCHIVE = {'P', 'K', 3, 4};

    private final BudgetArchive budget;
    private final ArchiveChiffree regle;
    private final Trouvailles trouvailles;
    private final PartiesDeDocument parties;
    private final int niveau;

    private boolean enClair;
    private boolean chiffree;

    private ExamenArchive(BudgetArchive budget, ArchiveChiffree regle, Trouvailles trouvailles, int niveau) {
        this.budget = budget;
        this.regle = regle;
        this.trouvailles = trouvailles;
        this.parties = new PartiesDeDocument(trouvailles);
        this.niveau = niveau;
    }

    static ExamenArchive de(BudgetArchive budget, ArchiveChiffree regle, Trouvailles trouvailles) {
        return new ExamenArchive(budget, regle, trouvailles, 0);
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
        var compte = budget.compte(clair);
        var debut = compte.readNBytes(DEBUT);
        var flux = new SequenceInputStream(new ByteArrayInputStream(debut), compte);
        if (Programmes.nom(chemin) || Programmes.contenu(debut)) {
            trouvailles.voir(ContenuActif.PROGRAMME, nom);
        } else if (OPAQUE.matcher(chemin).matches()) {
            trouvailles.voir(ContenuActif.NON_LU, nom);
        }
        if (aRelire(debut)) {
            relire(nom, debut, flux);
        } else {
            parties.lire(chemin, nom, debut, flux);
        }
        flux.transferTo(OutputStream.nullOutputStream());
    }

    /** Ce que l'archive entière ne peut pas être. */
    void conclure(Format format) throws ContenuRefuse {
        parties.conclure();
        if (format == Format.ZIP) {
            if (regle == ArchiveChiffree.EXIGEE && (enClair || !chiffree)) {
                throw new ContenuRefuse(enClair ? Raison.ARCHIVE_EN_CLAIR : Raison.CONTENEUR_VIDE);
            }
            return;
        }
        if (!parties.est(format)) {
            var type = parties.document() ? TypeReel.OFFICE : TypeReel.ZIP;
            throw new ContenuRefuse(new Refus(Raison.CONTENU_DIFFERENT, type.name()));
        }
    }

    private void verifier(String nom) throws ContenuRefuse {
        budget.entree();
        if (CHEMIN_HOSTILE.matcher(ICONE_DE_MACOS.matcher(nom).replaceFirst("")).find()) {
            throw new ContenuRefuse(Raison.ARCHIVE_CHEMIN);
        }
        var chemin = nom.toLowerCase(Locale.ROOT).replace('\\', '/');
        if (chemin.endsWith("vbaproject.bin") || chemin.endsWith("vbadata.xml") || chemin.contains("xl/macrosheets/")) {
            throw new ContenuRefuse(Raison.MACROS);
        }
    }

    private static boolean aRelire(byte[] debut) {
        return commenceParUneArchive(debut) || ControleCfb.commence(debut) || ControlePdf.commence(debut);
    }

    /** Une archive, un fichier composé, un PDF rangés là : relus en entier s'ils tiennent en mémoire. */
    private void relire(String nom, byte[] debut, InputStream flux) throws IOException {
        var memoire = flux.readNBytes(MEMOIRE_MAX + 1);
        if (memoire.length > MEMOIRE_MAX) {
            auPassage(nom, debut, new SequenceInputStream(new ByteArrayInputStream(memoire), flux));
            return;
        }
        var octets = new Octets(memoire);
        if (ControleCfb.commence(debut)) {
            if (parties.document()) {
                trouvailles.voir(ContenuActif.OBJET, nom);
            }
            ControleCfb.imbrique(octets, regle != ArchiveChiffree.REFUSEE, trouvailles);
        } else if (ControlePdf.commence(debut)) {
            pdf(octets);
        } else {
            imbriquee(dedans -> ControleZip.parcourir(octets, dedans));
        }
    }

    private void pdf(Octets octets) throws IOException {
        try {
            ControlePdf.imbrique(octets, trouvailles);
        } catch (ContenuRefuse e) {
            var protege = e.refus().raison() == Raison.PROTEGE || e.refus().raison() == Raison.RESTREINT;
            if (!protege || regle == ArchiveChiffree.REFUSEE) {
                throw e;
            }
        }
    }

    private void auPassage(String nom, byte[] debut, InputStream flux) throws IOException {
        trouvailles.voir(ContenuActif.NON_LU, nom);
        if (ControleCfb.commence(debut)) {
            ControleCfb.imbrique(flux, regle != ArchiveChiffree.REFUSEE);
        } else if (commenceParUneArchive(debut)) {
            imbriquee(dedans -> enFlux(flux, dedans));
        }
        flux.transferTo(OutputStream.nullOutputStream());
    }

    private interface Parcours {
        void mener(ExamenArchive dedans) throws IOException;
    }

    private void imbriquee(Parcours parcours) throws IOException {
        if (niveau >= DOCUMENT_AU_PLUS) {
            throw new ContenuRefuse(Raison.ARCHIVE_IMBRIQUEE);
        }
        var dedans = new ExamenArchive(budget, regle, trouvailles, niveau + 1);
        parcours.mener(dedans);
        dedans.conclureImbriquee();
    }

    private static void enFlux(InputStream flux, ExamenArchive dedans) throws IOException {
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
    }

    private void conclureImbriquee() throws ContenuRefuse {
        if (!parties.document() && niveau > ARCHIVE_AU_PLUS) {
            throw new ContenuRefuse(Raison.ARCHIVE_IMBRIQUEE);
        }
        parties.conclure();
    }

    private static boolean commenceParUneArchive(byte[] debut) {
        return debut.length >= ARCHIVE.length && Arrays.equals(debut, 0, ARCHIVE.length, ARCHIVE, 0, ARCHIVE.length);
    }
}
