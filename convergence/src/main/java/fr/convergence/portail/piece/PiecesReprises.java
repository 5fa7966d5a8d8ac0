package fr.convergence.portail.piece;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.piece.DeposerPiece.Demande;
import fr.convergence.portail.piece.DeposerPiece.Depot;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.tache.Reveils;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Dépose de nouveau une pièce d'un autre dossier : un fichier neuf, contrôlé et analysé comme s'il venait d'être envoyé. L'accès à
 * la pièce a été jugé par qui demande.
 */
@Component
public final class PiecesReprises {

    private final DeposerPiece deposer;
    private final PiecesACopier copies;
    private final Reveils reveils;

    PiecesReprises(DeposerPiece deposer, PiecesACopier copies, Reveils reveils) {
        this.deposer = deposer;
        this.copies = copies;
        this.reveils = reveils;
    }

    /**
     * Lui fait sa place, dans la transaction de l'appelant ; son contenu se copie ensuite, en fond.
     *
     * @return pourquoi elle n'en a pas
     */
    public Optional<Message> reprendre(Connecte qui, Cible cible, PieceDeposee source) {
        return switch (deposer.executer(qui, cible, new Demande(source.nom(), source.taille(), null))) {
            case Depot.Ouvert(var fichier) -> {
                copies.demander(fichier, source, qui.getName());
                reveils.apresTransaction(TravauxDesPieces.COPIES);
                yield Optional.empty();
            }
            case Depot.Refuse(var pourquoi) -> Optional.of(pourquoi);
            case Depot.Inconnu() -> Optional.of(new Message("piece.refus.fige"));
        };
    }
}
