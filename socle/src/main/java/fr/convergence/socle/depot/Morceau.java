package fr.convergence.socle.depot;

import fr.convergence.socle.base.Sha256;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;

/** Un morceau d'un fichier local, lu autant de fois qu'il le faut pour l'envoyer. */
final class Morceau implements AutoCloseable {

    private final Path fichier;
    private final long debut;
    private final long taille;
    private @Nullable InputStream ouvert;

    Morceau(Path fichier, long debut, long taille) {
        this.fichier = fichier;
        this.debut = debut;
        this.taille = taille;
    }

    byte[] somme() throws IOException {
        var calcul = Sha256.calcul();
        try (var lu = ouvrir()) {
            lu.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), calcul));
        }
        return calcul.digest();
    }

    RequestBody requete() {
        return RequestBody.fromContentProvider(this::deNouveau, taille, "application/octet-stream");
    }

    private InputStream deNouveau() {
        try {
            close();
            ouvert = ouvrir();
            return ouvert;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Un flux qu'une interruption, par laquelle le client borne ses essais, ne ferme pas. */
    private InputStream ouvrir() throws IOException {
        var flux = new FileInputStream(fichier.toFile());
        flux.skipNBytes(debut);
        return new Borne(flux, taille);
    }

    @Override
    public void close() throws IOException {
        if (ouvert != null) {
            ouvert.close();
            ouvert = null;
        }
    }

    private static final class Borne extends InputStream {

        private final InputStream de;
        private long reste;

        Borne(InputStream de, long reste) {
            this.de = de;
            this.reste = reste;
        }

        @Override
        public int read() throws IOException {
            var un = new byte[1];
            return read(un, 0, 1) < 0 ? -1 : un[0] & 0xff;
        }

        @Override
        public int read(byte[] vers, int ou, int combien) throws IOException {
            if (reste == 0) {
                return -1;
            }
            var lus = de.read(vers, ou, (int) Math.min(combien, reste));
            reste -= Math.max(0, lus);
            return lus;
        }

        @Override
        public void close() throws IOException {
            de.close();
        }
    }
}
