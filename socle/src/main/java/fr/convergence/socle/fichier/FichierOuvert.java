package fr.convergence.socle.fichier;

import java.io.IOException;
import java.io.InputStream;

/** Un fichier ouvert pour être lu ; une altération interrompt {@code flux} par une {@link IOException}. */
public record FichierOuvert(Fichier fichier, InputStream flux) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        flux.close();
    }
}
