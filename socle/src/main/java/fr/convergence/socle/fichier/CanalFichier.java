package fr.convergence.socle.fichier;

import fr.convergence.socle.depot.CanalEnLecture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Les segments d'un fichier lus comme un seul contenu ; un seul est ouvert à la fois. */
final class CanalFichier extends CanalEnLecture {

    /** Ouvre le contenu en clair d'un segment. */
    interface Ouvreur {
        SeekableByteChannel ouvrir(Segment segment) throws IOException;
    }

    private final List<Segment> segments;
    private final Ouvreur ouvreur;
    private int rang = -1;
    private long debut;
    private @Nullable SeekableByteChannel courant;

    CanalFichier(List<Segment> segments, Ouvreur ouvreur) {
        super(segments.stream().mapToLong(Segment::taille).sum());
        this.segments = List.copyOf(segments);
        this.ouvreur = ouvreur;
    }

    @Override
    protected int lire(ByteBuffer vers, long position) throws IOException {
        var segment = celui(position);
        segment.position(position - debut);
        var lus = segment.read(vers);
        // La taille d'un segment n'est connue qu'une fois sa première tranche vérifiée.
        if (lus < 0 || segment.size() != segments.get(rang).taille()) {
            throw new IOException("Segment d’une autre taille que prévu");
        }
        return lus;
    }

    @Override
    protected void lacher() throws IOException {
        if (courant != null) {
            courant.close();
            courant = null;
        }
    }

    /** Le segment où l'on est, ouvert ; le précédent est fermé. */
    private SeekableByteChannel celui(long position) throws IOException {
        var voulu = 0;
        var avant = 0L;
        while (position >= avant + segments.get(voulu).taille()) {
            avant += segments.get(voulu).taille();
            voulu++;
        }
        if (courant == null || rang != voulu) {
            lacher();
            courant = ouvreur.ouvrir(segments.get(voulu));
            rang = voulu;
            debut = avant;
        }
        return courant;
    }
}
