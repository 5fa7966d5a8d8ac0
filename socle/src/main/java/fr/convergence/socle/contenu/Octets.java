package fr.convergence.socle.contenu;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** Les octets d'un fichier, lus à la demande ; rien n'en est gardé. */
final class Octets {

    private static final int TAMPON = 32 * 1024;

    private final SeekableByteChannel canal;
    private final long taille;

    Octets(SeekableByteChannel canal) throws IOException {
        this.canal = canal;
        this.taille = canal.size();
    }

    long taille() {
        return taille;
    }

    /** Exactement {@code n} octets, petit-boutistes ; le fichier est illisible s'ils n'y sont pas. */
    ByteBuffer lire(long position, int n) throws IOException {
        if (position < 0 || n < 0 || position > taille - n) {
            throw new ContenuRefuse(Raison.ILLISIBLE);
        }
        var octets = ByteBuffer.allocate(n).order(ByteOrder.LITTLE_ENDIAN);
        canal.position(position);
        while (octets.hasRemaining()) {
            if (canal.read(octets) < 0) {
                throw new IOException("Contenu plus court que sa taille");
            }
        }
        return octets.flip();
    }

    /** Au plus {@code n} octets du début. */
    byte[] debut(int n) throws IOException {
        return lire(0, (int) Math.min(n, taille)).array();
    }

    /** Au plus {@code n} octets de la fin. */
    byte[] fin(int n) throws IOException {
        var voulus = (int) Math.min(n, taille);
        return lire(taille - voulus, voulus).array();
    }

    InputStream flux() {
        return flux(0, taille);
    }

    /** Les octets de {@code debut} compris à {@code fin} exclue ; plusieurs flux peuvent se lire tour à tour. */
    InputStream flux(long debut, long fin) {
        return new Tranche(debut, Math.min(fin, taille));
    }

    private final class Tranche extends InputStream {

        private final long fin;
        private long position;
        private byte[] tampon = new byte[0];
        private int lu;

        Tranche(long position, long fin) {
            this.position = position;
            this.fin = fin;
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
            tampon = lire(position, (int) Math.min(TAMPON, fin - position)).array();
            position += tampon.length;
            lu = 0;
            return true;
        }
    }
}
