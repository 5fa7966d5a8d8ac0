package fr.convergence.socle.depot;

import java.io.IOException;
import java.io.OutputStream;

/** Le chiffrement ferme ce qu'il enveloppe ; ce qui est dessous doit pourtant rester ouvert jusqu'à la publication. */
final class SansFermer extends OutputStream {

    private final OutputStream vers;

    SansFermer(OutputStream vers) {
        this.vers = vers;
    }

    @Override
    public void write(int octet) throws IOException {
        vers.write(octet);
    }

    @Override
    public void write(byte[] octets, int ou, int combien) throws IOException {
        vers.write(octets, ou, combien);
    }

    @Override
    public void flush() throws IOException {
        vers.flush();
    }

    void fermer() throws IOException {
        vers.close();
    }
}
