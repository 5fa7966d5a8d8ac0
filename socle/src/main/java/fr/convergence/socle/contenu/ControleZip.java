package fr.convergence.socle.contenu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fr.convergence.socle.lecture.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Une archive déposée, ou un document Office qui en est une : son rangement, puis chacune de ses entrées. */
final class ControleZip {

    static final int LOCALE = 0x04034b50;
    private static final int LOCALE_TAILLE = 30;
    private static final int RANGEE = 0;
    private static final int DEGONFLEE = 8;

    /** Entre deux entrées : un descripteur de données, un alignement ; pas un second contenu. */
    private static final int TROU_MAX = 64 * 1024;

    private ControleZip() {}

    static void controler(Octets octets, Format format, ArchiveChiffree archives, Trouvailles trouvailles)
            throws IOException {
        if (octets.taille() < 4 || octets.lire(0, 4).getInt() != LOCALE) {
            throw estVide(octets) ? new ContenuRefuse(Raison.VIDE) : refusDuDebut(octets);
        }
        var examen = ExamenArchive.de(new BudgetArchive(octets.taille()), archives, trouvailles);
        parcourir(octets, examen);
        examen.conclure(format);
    }

    /** Lit une à une les entrées d'une archive, la sienne ou celle qu'une autre contient. */
    static void parcourir(Octets octets, ExamenArchive examen) throws IOException {
        var repertoire = RepertoireZip.lire(octets);
        var fin = 0L;
        for (var entree : repertoire.entrees()) {
            suivre(fin, entree.position(), fin == 0 ? 0 : TROU_MAX);
            var donnees = donnees(octets, entree);
            fin = donnees + entree.compresse();
            suivre(fin, repertoire.debut(), Long.MAX_VALUE - fin);
            examiner(octets, entree, donnees, examen);
        }
        suivre(fin, repertoire.debut(), TROU_MAX);
    }

    /** Refuse ce qui se chevauche, et ce qui laisse la place d'un second contenu. */
    private static void suivre(long fin, long position, long trou) throws ContenuRefuse {
        if (position < fin || position > fin + trou) {
            throw new ContenuRefuse(Raison.AMBIGU);
        }
    }

    private static boolean estVide(Octets octets) throws IOException {
        return octets.taille() == 22 && octets.lire(0, 4).getInt() == 0x06054b50;
    }

    /** Un document Office sous mot de passe n'est plus une archive mais un fichier composé. */
    private static ContenuRefuse refusDuDebut(Octets octets) throws IOException {
        if (ControleCfb.commence(octets.debut(8))) {
            ControleCfb.refuserChiffre(octets);
        }
        return RepertoireZip.cacheDans(octets).isPresent()
                ? new ContenuRefuse(Raison.AMBIGU)
                : Controles.different(octets);
    }

    /** Où commencent les données d'une entrée, son en-tête locale disant bien la même chose que le répertoire. */
    private static long donnees(Octets octets, EntreeZip entree) throws IOException {
        var entete = octets.lire(entree.position(), LOCALE_TAILLE);
        var nom = Short.toUnsignedInt(entete.getShort(26));
        var extra = Short.toUnsignedInt(entete.getShort(28));
        if (entete.getInt(0) != LOCALE) {
            throw new ContenuRefuse(Raison.ILLISIBLE);
        }
        var memeNom = new String(
                        octets.lire(entree.position() + LOCALE_TAILLE, nom).array(), ISO_8859_1)
                .equals(entree.nom());
        if (!memeNom
                || Short.toUnsignedInt(entete.getShort(8)) != entree.methode()
                || (entete.getShort(6) & 1) == 1 != entree.chiffree()) {
            throw new ContenuRefuse(Raison.AMBIGU);
        }
        return entree.position() + LOCALE_TAILLE + nom + extra;
    }

    private static void examiner(Octets octets, EntreeZip entree, long donnees, ExamenArchive examen)
            throws IOException {
        if (entree.lien()) {
            throw new ContenuRefuse(Raison.ARCHIVE_CHEMIN);
        }
        if (entree.chiffree()) {
            examen.chiffree(entree.nom());
            return;
        }
        var crc = new CRC32();
        var decompresseur = new Inflater(true);
        try {
            var brut = octets.flux(donnees, donnees + entree.compresse());
            examen.entree(entree.nom(), new CheckedInputStream(decompresse(brut, entree, decompresseur), crc));
            var lus = entree.methode() == RANGEE ? entree.compresse() : decompresseur.getBytesWritten();
            if (crc.getValue() != entree.crc() || lus != entree.clair()) {
                throw new ContenuRefuse(Raison.ILLISIBLE);
            }
        } finally {
            decompresseur.end();
        }
    }

    private static InputStream decompresse(InputStream brut, EntreeZip entree, Inflater decompresseur)
            throws ContenuRefuse {
        return switch (entree.methode()) {
            case RANGEE -> brut;
            case DEGONFLEE -> new InflaterInputStream(brut, decompresseur, 8192);
            default -> throw new ContenuRefuse(Raison.ARCHIVE_METHODE);
        };
    }
}
