package fr.convergence.portail.piece;

import java.util.List;
import java.util.Objects;

/**
 * Les fichiers d'un espace de dépôt tels qu'ils se montrent.
 *
 * @param adresse d'où la liste se relit
 * @param modifiable on peut encore en retirer
 */
public record TableauDesFichiers(String adresse, List<PieceDeposee> pieces, boolean modifiable) {

    public TableauDesFichiers {
        pieces = pieces.stream().filter(PieceDeposee::montree).toList();
    }

    /** Vrai tant que l'un d'eux s'analyse ou se copie : la liste se redemande. */
    public boolean enAttente() {
        return pieces.stream().anyMatch(PieceDeposee::enAttente);
    }

    /** Change dès que l'un des fichiers arrive, part ou change d'état. */
    public String marque() {
        return Integer.toHexString(Objects.hash(
                modifiable,
                pieces.stream()
                        .map(piece -> piece.fichier().toString() + piece.mot())
                        .toList()));
    }

    public String retrait(PieceDeposee piece) {
        return adresse + "/" + piece.fichier() + "/retrait";
    }
}
