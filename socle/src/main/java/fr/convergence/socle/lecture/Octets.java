package fr.convergence.socle.lecture;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** Les octets d'un fichier, lus à la demande ; rien n'en est gardé. */
public final class Octets {

    private static final int TAMPON = 32 * 1024;

    private final Source source;
    private final long taille;

    /** Remplit {@code vers} à partir de {@code position}, les octets y étant. */
    private interface Source {
        void lire(long position, ByteBuffer vers) throws IOException;
    }

    public Octets(SeekableByteChannel canal) throws IOException {
        this.taille = canal.size();
        this.source = (position, vers) -> {
            canal.position(position);
            while (vers.hasRemaining()) {
                if (canal.read(vers) < 0) {
                    throw new IOException("Contenu plus court que sa taille");
                }
            }
        };
    }

    /** Un contenu tiré d'un autre, assez petit pour tenir en mémoire. */
    public Octets(byte[] memoire) {
        this.taille = memoire.length;
        this.source = (position, vers) -> vers.put(memoire, (int) position, vers.remaining());
    }

    public long taille() {
        return taille;
    }

    /** Exactement {@code n} octets, petit-boutistes ; le fichier est illisible s'ils n'y sont pas. */
    public ByteBuffer lire(long position, int n) throws IOException {
        if (position < 0 || n < 0 || position > taille - n) {
            throw new EOFException("Position hors du contenu");
        }
        var octets = ByteBuffer.allocate(n).order(ByteOrder.LITTLE_ENDIAN);
        source.lire(position, octets);
        return octets.flip();
    }

    /** Au plus {@code n} octets du début. */
    public byte[] debut(int n) throws IOException {
        return lire(0, (int) Math.min(n, taille)).array();
    }

    /** Au plus {@code n} octets de la fin. */
    public byte[] fin(int n) throws IOException {
        var voulus = (int) Math.min(n, taille);
        return lire(taille - voulus, voulus).array();
    }

    public InputStream flux() {
        return flux(0, taille);
    }

    /** Les octets de {@code debut} compris à {@code fin} exclue ; plusieurs flux peuvent se lire tour à tour. */
    public InputStream flux(long debut, long fin) {
        return flux(debut, fin, TAMPON);
    }

    /** Le même, lu par {@code tampon} octets : petit, pour qui saute d'un endroit à l'autre. */
    public InputStream flux(long debut, long fin, int tampon) {
        return new Tranche(debut, Math.min(fin, taille), tampon);
    }

    private final class Tranche extends InputStream {

        private final long fin;
        private final int pas;
        private long position;
        private byte[] tampon = new byte[0];
        private int lu;

        Tranche(long position, long fin, int pas) {
            this.position = position;
            this.fin = fin;
            this.pas = pas;
        }

        @Override
        public int read() throws IOException {
            return remplir() ? tampon[lu++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] vers, int ou, int combien) throws IOException {
            if (combien == 0) {
                return 0;
            }
            if (!remplir()) {
                return -1;
            }
            var n = Math.min(combien, tampon.length - lu);
            System.arraycopy(tampon, lu, vers, ou, n);
            lu += n;
            return n;
        }

        private boolean remplir() throws IOException {
            if (lu < tampon.length) {
                return true;
            }
            if (position >= fin) {
                return false;
            }
            tampon = lire(position, (int) Math.min(pas, fin - position)).array();
            position += tampon.length;
            lu = 0;
            return true;
        }
    }
}
