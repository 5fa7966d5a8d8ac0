package fr.convergence.socle.contenu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import fr.convergence.socle.lecture.Octets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;

/**
 * Le répertoire central d'une archive (APPNOTE 6.3, §4.3), lu sans complaisance : deux logiciels doivent y voir la même
 * chose, ou l'archive est refusée.
 *
 * @param entrees dans l'ordre de l'archive
 * @param debut où le répertoire commence, toutes les entrées étant avant lui
 */
record RepertoireZip(List<EntreeZip> entrees, long debut) {

    static final int ENTREES_MAX = 10_000;

    private static final int FIN = 0x06054b50;
    private static final int FIN_TAILLE = 22;
    private static final int FIN64 = 0x06064b50;
    private static final int LOCALISATEUR64 = 0x07064b50;
    private static final int LIGNE = 0x02014b50;
    private static final int LIGNE_TAILLE = 46;
    private static final int REPERTOIRE_MAX = 4 * 1024 * 1024;
    private static final int NOM_MAX = 1024;
    private static final int COMMENTAIRE_MAX = 65_535;
    private static final long NON_DIT = 0xFFFF_FFFFL;
    private static final int EXTENSION64 = 0x0001;

    /** Où la fin d'un fichier d'un autre format se lit comme celle d'une archive. */
    static OptionalLong cacheDans(Octets octets) throws IOException {
        var fin = fenetreDeFin(octets);
        for (var i = fin.limit() - FIN_TAILLE; i >= 0; i--) {
            if (fin.getInt(i) == FIN) {
                var position = octets.taille() - fin.limit() + i;
                var ligne = position - Integer.toUnsignedLong(fin.getInt(i + 12));
                if (ligne >= 0 && octets.lire(ligne, 4).getInt() == LIGNE) {
                    return OptionalLong.of(position);
                }
            }
        }
        return OptionalLong.empty();
    }

    static RepertoireZip lire(Octets octets) throws IOException {
        var fenetre = fenetreDeFin(octets);
        var i = fenetre.limit() - FIN_TAILLE;
        while (i >= 0 && fenetre.getInt(i) != FIN) {
            i--;
        }
        if (i < 0) {
            throw new ContenuRefuse(Raison.ILLISIBLE);
        }
        var position = octets.taille() - fenetre.limit() + i;
        if (position + FIN_TAILLE + Short.toUnsignedInt(fenetre.getShort(i + 20)) != octets.taille()) {
            throw new ContenuRefuse(Raison.AMBIGU);
        }
        var annonce = new Annonce(
                Short.toUnsignedInt(fenetre.getShort(i + 10)),
                Integer.toUnsignedLong(fenetre.getInt(i + 12)),
                Integer.toUnsignedLong(fenetre.getInt(i + 16)),
                position);
        return lignes(octets, annonce64(octets, annonce));
    }

    private record Annonce(long entrees, long taille, long debut, long fin) {}

    private static ByteBuffer fenetreDeFin(Octets octets) throws IOException {
        return ByteBuffer.wrap(octets.fin(FIN_TAILLE + COMMENTAIRE_MAX)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static Annonce annonce64(Octets octets, Annonce annonce) throws IOException {
        if (annonce.fin < 76 || octets.lire(annonce.fin - 20, 4).getInt() != LOCALISATEUR64) {
            return annonce;
        }
        var position = octets.lire(annonce.fin - 12, 8).getLong();
        var fin = octets.lire(position, 56);
        if (fin.getInt(0) != FIN64 || position + 12 + fin.getLong(4) != annonce.fin - 20) {
            throw new ContenuRefuse(Raison.AMBIGU);
        }
        return new Annonce(fin.getLong(32), fin.getLong(40), fin.getLong(48), position);
    }

    private static RepertoireZip lignes(Octets octets, Annonce annonce) throws IOException {
        if (annonce.entrees > ENTREES_MAX || annonce.taille > REPERTOIRE_MAX) {
            throw new ContenuRefuse(Raison.ARCHIVE_DEMESUREE);
        }
        if (annonce.debut < 0 || annonce.debut + annonce.taille != annonce.fin) {
            throw new ContenuRefuse(Raison.AMBIGU);
        }
        var repertoire = octets.lire(annonce.debut, (int) annonce.taille);
        var entrees = new ArrayList<EntreeZip>();
        var noms = new HashSet<String>();
        while (repertoire.hasRemaining()) {
            var entree = ligne(repertoire);
            if (!noms.add(entree.nom())) {
                throw new ContenuRefuse(Raison.AMBIGU);
            }
            entrees.add(entree);
        }
        if (entrees.size() != annonce.entrees) {
            throw new ContenuRefuse(Raison.AMBIGU);
        }
        entrees.sort(Comparator.comparingLong(EntreeZip::position));
        return new RepertoireZip(entrees, annonce.debut);
    }

    private static EntreeZip ligne(ByteBuffer repertoire) throws ContenuRefuse {
        var debut = repertoire.position();
        if (repertoire.remaining() < LIGNE_TAILLE || repertoire.getInt(debut) != LIGNE) {
            throw new ContenuRefuse(Raison.ILLISIBLE);
        }
        var nom = Short.toUnsignedInt(repertoire.getShort(debut + 28));
        var extra = Short.toUnsignedInt(repertoire.getShort(debut + 30));
        var suite = debut + LIGNE_TAILLE + nom + extra + Short.toUnsignedInt(repertoire.getShort(debut + 32));
        if (nom == 0 || nom > NOM_MAX || suite > repertoire.limit()) {
            throw new ContenuRefuse(Raison.ILLISIBLE);
        }
        var octetsDuNom = new byte[nom];
        repertoire.get(debut + LIGNE_TAILLE, octetsDuNom);
        var tailles = tailles(repertoire, debut, repertoire.slice(debut + LIGNE_TAILLE + nom, extra));
        var systeme = repertoire.getShort(debut + 4) >>> 8 & 0xFF;
        var unix = systeme == 3 || systeme == 19;
        repertoire.position(suite);
        return new EntreeZip(
                new String(octetsDuNom, ISO_8859_1),
                tailles[2],
                tailles[1],
                tailles[0],
                Short.toUnsignedInt(repertoire.getShort(debut + 10)),
                (repertoire.getShort(debut + 8) & 0x2041) != 0,
                unix && (repertoire.getInt(debut + 38) >>> 28) == 0xA,
                Integer.toUnsignedLong(repertoire.getInt(debut + 16)));
    }

    /** Taille en clair, taille compressée, position ; celles que 32 bits ne disent pas sont dans l'extension ZIP64. */
    private static long[] tailles(ByteBuffer repertoire, int debut, ByteBuffer extra) throws ContenuRefuse {
        long[] tailles = {
            Integer.toUnsignedLong(repertoire.getInt(debut + 24)),
            Integer.toUnsignedLong(repertoire.getInt(debut + 20)),
            Integer.toUnsignedLong(repertoire.getInt(debut + 42))
        };
        extra.order(ByteOrder.LITTLE_ENDIAN);
        while (extra.remaining() >= 4) {
            var sorte = Short.toUnsignedInt(extra.getShort());
            var fin = extra.position() + 2 + Short.toUnsignedInt(extra.getShort(extra.position()));
            extra.getShort();
            if (fin > extra.limit()) {
                break;
            }
            for (var i = 0; sorte == EXTENSION64 && i < 3; i++) {
                if (tailles[i] == NON_DIT && fin - extra.position() >= 8) {
                    tailles[i] = extra.getLong();
                }
            }
            extra.position(fin);
        }
        for (var taille : tailles) {
            if (taille < 0 || taille >= NON_DIT) {
                throw new ContenuRefuse(Raison.ILLISIBLE);
            }
        }
        return tailles;
    }
}
