package fr.convergence.socle.fichier;

import fr.convergence.socle.contenu.Refus;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.UUID;

/** Ce que le rangement d'un fichier exige de son contenu, au-delà de son format : un bean par exigence. */
public interface ExamenPropre {

    /** @throws IOException si le contenu ne se lit pas : ce n'est alors pas un refus */
    Optional<Refus> examiner(UUID fichier, SeekableByteChannel contenu) throws IOException;
}
