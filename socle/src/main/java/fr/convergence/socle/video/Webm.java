package fr.convergence.socle.video;

import fr.convergence.socle.lecture.Octets;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Set;

/** Un WebM, sous-ensemble de Matroska (RFC 9559) : ce qu'un navigateur y écrit, et rien d'autre (ni pièce jointe, ni chapitre). */
final class Webm {

    static final int EBML = 0x1A45DFA3;

    private static final int SEGMENT = 0x18538067;
    private static final int INFO = 0x1549A966;
    private static final int ECHELLE = 0x2AD7B1;
    private static final int PISTES = 0x1654AE6B;
    private static final int PISTE = 0xAE;
    private static final int NUMERO_DE_PISTE = 0xD7;
    private static final int SORTE_DE_PISTE = 0x83;
    private static final int GRAPPE = 0x1F43B675;
    private static final int HEURE = 0xE7;
    private static final int BLOC_SIMPLE = 0xA3;
    private static final int GROUPE = 0xA0;
    private static final int BLOC = 0xA1;
    private static final int IMAGE = 1;

    /** On y entre : leurs parties se suivent, et leur taille peut n'être pas dite. */
    private static final Set<Integer> ENVELOPPES = Set.of(SEGMENT, INFO, PISTES, PISTE, GRAPPE, GROUPE);

    private static final Set<Integer> DETAILLEES = Set.of(INFO, PISTE, GRAPPE, GROUPE);

    /** Ce qui ne porte pas d'image et que l'on passe : table, repères, étiquettes, vide, somme. */
    private static final Set<Integer> ADMIS = Set.of(EBML, 0x114D9B74, 0x1C53BB6B, 0x1254C367, 0xEC, 0xBF);

    private static final int PARTIES_MAX = 500_000;
    private static final long SANS_TAILLE = -1;

    private final Octets octets;
    private long position;
    private long echelle = 1_000_000; // nanosecondes, valeur de la norme
    private long heure;
    private long numero;
    private long image = -1;
    private int dans;
    private long debut = Long.MAX_VALUE;
    private long fin = Long.MIN_VALUE;

    Webm(Octets octets) {
        this.octets = octets;
    }

    Duration duree() throws IOException {
        for (var partie = 0; position < octets.taille(); partie++) {
            if (partie > PARTIES_MAX) {
                throw new VideoIllisible("Trop de parties");
            }
            partie();
        }
        if (image < 0 || debut > fin) {
            throw new VideoIllisible("Sans image");
        }
        return Duration.ofNanos(Math.multiplyExact(Math.subtractExact(fin, debut), echelle));
    }

    private void partie() throws IOException {
        var id = identifiant();
        var taille = taille();
        if (ENVELOPPES.contains(id)) {
            dans = id;
            return;
        }
        if (taille == SANS_TAILLE || taille > octets.taille() - position) {
            throw new EOFException();
        }
        // Quatre octets nomment ce qui est au premier rang ; moins, un détail de l’enveloppe où l’on est.
        if (!ADMIS.contains(id) && (id >>> 24 != 0 || !DETAILLEES.contains(dans))) {
            throw new VideoIllisible("Partie inconnue : " + Integer.toHexString(id));
        }
        lire(id, taille);
        position += taille;
    }

    private void lire(int id, long taille) throws IOException {
        switch (id) {
            case ECHELLE -> echelle = dans == INFO ? Math.max(1, entier(taille)) : echelle;
            case HEURE -> heure = dans == GRAPPE || dans == GROUPE ? entier(taille) : heure;
            case NUMERO_DE_PISTE -> numero = dans == PISTE ? entier(taille) : numero;
            case SORTE_DE_PISTE -> image = dans == PISTE && entier(taille) == IMAGE ? numero : image;
            case BLOC_SIMPLE, BLOC -> bloc();
            default -> {}
        }
    }

    /** Le numéro de sa piste, puis son heure dans la grappe. */
    private void bloc() throws IOException {
        if (dans != GRAPPE && dans != GROUPE) {
            return;
        }
        var depart = position;
        var piste = taille();
        var relative = octets.lire(position, 2).order(ByteOrder.BIG_ENDIAN).getShort();
        position = depart;
        if (piste == image) {
            debut = Math.min(debut, heure + relative);
            fin = Math.max(fin, heure + relative);
        }
    }

    private int identifiant() throws IOException {
        var premier = octet(position);
        var longueur = Integer.numberOfLeadingZeros(premier) - 23;
        if (longueur > 4) {
            throw new VideoIllisible("Identifiant illisible");
        }
        var id = (int) groupe(longueur);
        position += longueur;
        return id;
    }

    private long taille() throws IOException {
        var premier = octet(position);
        var longueur = Integer.numberOfLeadingZeros(premier) - 23;
        if (longueur > 8) {
            throw new VideoIllisible("Taille illisible");
        }
        var valeur = groupe(longueur) & (1L << 7 * longueur) - 1;
        position += longueur;
        return valeur == (1L << 7 * longueur) - 1 ? SANS_TAILLE : valeur;
    }

    private long entier(long taille) throws IOException {
        if (taille > 8) {
            throw new VideoIllisible("Nombre trop long");
        }
        return groupe((int) taille);
    }

    private long groupe(int longueur) throws IOException {
        var lus = octets.lire(position, longueur);
        var valeur = 0L;
        while (lus.hasRemaining()) {
            valeur = valeur << 8 | lus.get() & 0xFF;
        }
        return valeur;
    }

    private int octet(long ou) throws IOException {
        return octets.lire(ou, 1).get() & 0xFF;
    }
}
