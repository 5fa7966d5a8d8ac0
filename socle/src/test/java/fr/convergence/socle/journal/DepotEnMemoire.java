package fr.convergence.socle.journal;

import fr.convergence.socle.depot.DepotObjets;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Un dépôt que le test peut abîmer. */
final class DepotEnMemoire implements DepotObjets {

    final Map<String, byte[]> objets = new ConcurrentHashMap<>();

    @Override
    public Ecriture creer(String objet) {
        var octets = new ByteArrayOutputStream();
        return new Ecriture() {
            @Override
            public OutputStream flux() {
                return octets;
            }

            @Override
            public void publier() {
                objets.put(objet, octets.toByteArray());
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public InputStream lire(String objet) throws IOException {
        var octets = objets.get(objet);
        if (octets == null) {
            throw new NoSuchFileException(objet);
        }
        return new ByteArrayInputStream(octets);
    }

    @Override
    public SeekableByteChannel canal(String objet) {
        throw new UnsupportedOperationException("une ancre se lit entière");
    }

    @Override
    public void supprimer(String objet) {
        objets.remove(objet);
    }

    @Override
    public void essayer() {}
}
