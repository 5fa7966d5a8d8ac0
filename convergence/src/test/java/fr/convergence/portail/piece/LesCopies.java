package fr.convergence.portail.piece;

import org.springframework.stereotype.Component;

/** Le travail de fond qui copie les pièces reprises d'un ancien dossier, quand un essai le veut. */
@Component
public final class LesCopies {

    private final CopierPieces copier;
    private final PiecesACopier copies;

    LesCopies(CopierPieces copier, PiecesACopier copies) {
        this.copier = copier;
        this.copies = copies;
    }

    /** Toutes celles dont l'heure est venue. */
    public void finir() {
        while (copier.copierUne()) {
            // La suivante.
        }
    }

    /** Un nœud s'en saisit, et meurt. */
    public void prendreEtMourir() {
        copies.prendre();
    }
}
