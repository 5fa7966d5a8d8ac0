package fr.convergence.portail.piece;

import fr.convergence.portail.conteneur.Conteneurs;
import fr.convergence.socle.contenu.Refus;
import fr.convergence.socle.fichier.ExamenPropre;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Un conteneur rendu s'ouvre avec le dernier mot de passe remis, et n'est pas vide ; tout autre est refusé (ZED-3). */
@Component
final class ExamenDesConteneurs implements ExamenPropre {

    private final Pieces pieces;
    private final Conteneurs conteneurs;

    ExamenDesConteneurs(Pieces pieces, Conteneurs conteneurs) {
        this.pieces = pieces;
        this.conteneurs = conteneurs;
    }

    @Override
    public Optional<Refus> examiner(UUID fichier, SeekableByteChannel contenu) throws IOException {
        var rangement = pieces.rangement(fichier).filter(Rangement::confidentielle);
        return rangement.isEmpty()
                ? Optional.empty()
                : conteneurs
                        .refus(rangement.get().etape(), rangement.get().question(), contenu)
                        .map(Refus::new);
    }
}
