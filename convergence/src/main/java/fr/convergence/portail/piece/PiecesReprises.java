package fr.convergence.portail.piece;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.piece.DeposerPiece.Demande;
import fr.convergence.portail.piece.DeposerPiece.Depot;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.fichier.Reception;
import fr.convergence.socle.page.Message;
import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Dépose de nouveau une pièce d'un autre dossier : un fichier neuf, contrôlé et analysé comme s'il venait d'être envoyé. L'accès à
 * la pièce a été jugé par qui demande.
 */
@Component
public final class PiecesReprises {

    /** Ce qu'elle obtient. */
    public sealed interface Place {
        record Ouverte(UUID fichier) implements Place {}

        record Refusee(Message pourquoi) implements Place {}
    }

    private final DeposerPiece deposer;
    private final Fichiers fichiers;

    PiecesReprises(DeposerPiece deposer, Fichiers fichiers) {
        this.deposer = deposer;
        this.fichiers = fichiers;
    }

    public Place ouvrir(Connecte qui, Cible cible, PieceDeposee source) {
        return switch (deposer.executer(qui, cible, new Demande(source.nom(), source.taille(), null))) {
            case Depot.Ouvert(var fichier) -> new Place.Ouverte(fichier);
            case Depot.Refuse(var pourquoi) -> new Place.Refusee(pourquoi);
            case Depot.Inconnu() -> new Place.Refusee(new Message("piece.refus.fige"));
        };
    }

    /** Faux si elle n'est pas arrivée entière. Hors de toute transaction ; ce qui était arrivé l'est toujours. */
    public boolean recevoir(Connecte qui, UUID place, UUID source) throws IOException {
        var lecture = fichiers.lire(source);
        if (lecture.isEmpty()) {
            fichiers.supprimer(place);
            return false;
        }
        try (var ouvert = lecture.get()) {
            return fichiers.recevoir(place, qui.getName(), ouvert.flux()) instanceof Reception.Avance avance
                    && avance.entier();
        }
    }
}
