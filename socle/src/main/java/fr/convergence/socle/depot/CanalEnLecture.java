package fr.convergence.socle.depot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Un contenu de taille connue, lu de n'importe où, et où rien ne s'écrit ; qui l'étend dit d'où viennent ses octets. */
public abstract class CanalEnLecture implements SeekableByteChannel {

    private final long taille;
    private long position;
    private boolean ouvert = true;

    protected CanalEnLecture(long taille) {
        this.taille = taille;
    }

    /** Lit au moins un octet à cette position, qui n'est pas la fin, dans un tampon où il reste de la place. */
    protected abstract int lire(ByteBuffer vers, long position) throws IOException;

    /** Rend ce que la lecture tenait ouvert. */
    protected abstract void lacher() throws IOException;

    @Override
    public final int read(ByteBuffer vers) throws IOException {
        if (!ouvert) {
            throw new ClosedChannelException();
        }
        if (position >= taille) {
            return -1;
        }
        if (!vers.hasRemaining()) {
            return 0;
        }
        var lus = lire(vers, position);
        position += lus;
        return lus;
    }

    @Override
    public final long position() {
        return position;
    }

    @Override
    public final SeekableByteChannel position(long voulue) {
        position = voulue;
        return this;
    }

    @Override
    public final long size() {
        return taille;
    }

    @Override
    public final boolean isOpen() {
        return ouvert;
    }

    @Override
    public final void close() throws IOException {
        ouvert = false;
        lacher();
    }

    @Override
    public final int write(ByteBuffer de) {
        throw new NonWritableChannelException();
    }

    @Override
    public final SeekableByteChannel truncate(long autre) {
        throw new NonWritableChannelException();
    }
}
