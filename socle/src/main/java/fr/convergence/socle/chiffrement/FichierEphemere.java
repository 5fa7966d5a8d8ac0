package fr.convergence.socle.chiffrement;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Ce qui ne tient pas en mémoire, sur le disque le temps d'une requête, sous une clé que rien ne garde : un arrêt brutal n'y
 * laisse que de l'illisible.
 */
public final class FichierEphemere implements AutoCloseable {

    private final Path lieu;
    private final CleDeFlux cle;
    private final String contexte;

    public FichierEphemere(Coffre coffre, Path dossier, String contexte) throws IOException {
        this.cle = coffre.cle(coffre.nouvelleCle(contexte), contexte);
        this.contexte = contexte;
        this.lieu = Files.createTempFile(dossier, contexte, null);
    }

    /** Où l'écrire, en entier : on ne le lit qu'une fois ce flux fermé. */
    public OutputStream ecrire() throws IOException {
        return cle.chiffrer(Files.newOutputStream(lieu), contexte);
    }

    public InputStream lire() throws IOException {
        return cle.dechiffrer(Files.newInputStream(lieu), contexte);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(lieu);
    }
}
