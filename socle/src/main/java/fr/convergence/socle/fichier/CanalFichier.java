package fr.convergence.socle.fichier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Les segments d'un fichier lus comme un seul contenu ; un seul est ouvert à la fois. */
final class CanalFichier implements SeekableByteChannel {

    /** Ouvre le contenu en clair d'un segment. */
    interface Ouvreur {
        SeekableByteChannel ouvrir(Segment segment) throws IOException;
    }

    private final List<Segment> segments;
    private final Ouvreur ouvreur;
    private final long taille;
    private long position;
    private boolean ouvert = true;
    private int rang = -1;
    private long debut;
    private @Nullable SeekableByteChannel courant;

    CanalFichier(List<Segment> segments, Ouvreur ouvreur) {
        this.segments = List.copyOf(segments);
        this.ouvreur = ouvreur;
        this.taille = segments.stream().mapToLong(Segment::taille).sum();
    }

    @Override
    public int read(ByteBuffer vers) throws IOException {
        if (position >= taille) {
            return -1;
        }
        if (!vers.hasRemaining()) {
            return 0;
        }
        var segment = seulement();
        segment.position(position - debut);
        var lus = segment.read(vers);
        // La taille d'un segment n'est connue qu'une fois sa première tranche vérifiée.
        if (lus < 0 || segment.size() != segments.get(rang).taille()) {
            throw new IOException("Segment d’une autre taille que prévu");
        }
        position += lus;
        return lus;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long nouvelle) {
        position = nouvelle;
        return this;
    }

    @Override
    public long size() {
        return taille;
    }

    @Override
    public boolean isOpen() {
        return ouvert;
    }

    @Override
    public void close() throws IOException {
        ouvert = false;
        if (courant != null) {
            courant.close();
            courant = null;
        }
    }

    @Override
    public int write(ByteBuffer de) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long taille) {
        throw new NonWritableChannelException();
    }

    /** Le segment où l'on est, ouvert ; le précédent est fermé. */
    private SeekableByteChannel seulement() throws IOException {
        var voulu = 0;
        var avant = 0L;
        while (position >= avant + segments.get(voulu).taille()) {
            avant += segments.get(voulu).taille();
            voulu++;
        }
        if (courant == null || rang != voulu) {
            if (courant != null) {
                courant.close();
            }
            courant = ouvreur.ouvrir(segments.get(voulu));
            rang = voulu;
            debut = avant;
        }
        return courant;
    }
}
