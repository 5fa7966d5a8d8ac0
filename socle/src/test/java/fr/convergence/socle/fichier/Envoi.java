package fr.convergence.socle.fichier;

import java.io.IOException;
import java.io.InputStream;

/** Un expéditeur : des octets prévisibles, une coupure où l'on veut, une attention à chaque étape. */
final class Envoi extends InputStream {

    interface Etape {
        void a(long position) throws IOException;
    }

    private final long fin;
    private final long coupure;
    private final Etape etape;
    private long position;

    private Envoi(long depuis, long fin, long coupure, Etape etape) {
        this.fin = fin;
        this.coupure = coupure;
        this.etape = etape;
        this.position = depuis;
    }

    static Envoi de(long depuis, long fin) {
        return new Envoi(depuis, fin, Long.MAX_VALUE, _ -> {});
    }

    /** La connexion se rompt à cette position. */
    Envoi coupeA(long coupure) {
        return new Envoi(position, fin, coupure, etape);
    }

    Envoi avec(Etape etape) {
        return new Envoi(position, fin, coupure, etape);
    }

    @Override
    public int read() throws IOException {
        var un = new byte[1];
        return read(un, 0, 1) < 0 ? -1 : un[0] & 0xFF;
    }

    @Override
    public int read(byte[] vers, int ou, int combien) throws IOException {
        etape.a(position);
        if (position >= coupure) {
            throw new IOException("Connexion rompue");
        }
        if (position >= fin) {
            return -1;
        }
        var n = (int) Math.min(combien, Math.min(fin, coupure) - position);
        for (var i = 0; i < n; i++) {
            vers[ou + i] = octetA(position + i);
        }
        position += n;
        return n;
    }

    static byte octetA(long position) {
        return (byte) (position * 31 >> 3 ^ position >> 16);
    }

    static byte[] tout(int taille) {
        var octets = new byte[taille];
        for (var i = 0; i < taille; i++) {
            octets[i] = octetA(i);
        }
        return octets;
    }
}
