package fr.convergence.portail.piece;

import fr.convergence.portail.conteneur.Conteneurs;
import fr.convergence.socle.contenu.Raison;
import fr.convergence.socle.contenu.Refus;
import fr.convergence.socle.fichier.ExamenPropre;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Un conteneur rendu s'ouvre avec le dernier mot de passe remis ; une autre archive chiffrée est refusée (ZED-3). */
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
                        || conteneurs.reconnait(
                                rangement.get().etape(), rangement.get().question(), contenu)
                ? Optional.empty()
                : Optional.of(new Refus(Raison.CONTENEUR_AUTRE));
    }
}
