package fr.convergence.portail.piece;

import fr.convergence.socle.page.Page;
import java.util.List;

/** Les fichiers d'un espace de dépôt, seuls : ce que la page remplace quand l'un d'eux change d'état. */
public record PiecesPage(TableauDesFichiers tableau) implements Page {

    static PiecesPage de(Espace espace, List<PieceDeposee> pieces) {
        return new PiecesPage(new TableauDesFichiers(
                espace.adresse() + "/pieces/" + espace.question().id(), pieces, espace.modifiable()));
    }
}
