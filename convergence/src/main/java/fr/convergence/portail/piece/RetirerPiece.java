package fr.convergence.portail.piece;

import fr.convergence.portail.acces.Connecte;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Retire une pièce tant que son étape se modifie (PCE-6). */
@Component
class RetirerPiece {

    /** Ce qu'il advient de la demande. */
    sealed interface Retrait {
        record Fait(Espace espace) implements Retrait {}

        record Fige(Espace espace) implements Retrait {}

        record Inconnu() implements Retrait {}
    }

    private final EspacesDeDepot espaces;
    private final Pieces pieces;
    private final JournalDesPieces journal;

    RetirerPiece(EspacesDeDepot espaces, Pieces pieces, JournalDesPieces journal) {
        this.journal = journal;
        this.espaces = espaces;
        this.pieces = pieces;
    }

    @Transactional
    public Retrait executer(Connecte qui, Cible cible, UUID fichier) {
        var vu = espaces.duReferent(qui, cible);
        if (vu.isEmpty()) {
            return new Retrait.Inconnu();
        }
        pieces.prendre(vu.get().etape().id());
        var rangement = pieces.rangement(fichier)
                .filter(trouve -> trouve.etape().equals(vu.get().etape().id())
                        && trouve.question().equals(cible.question()));
        var espace = espaces.duReferent(qui, cible);
        if (rangement.isEmpty() || espace.isEmpty()) {
            return new Retrait.Inconnu();
        }
        if (!espace.get().modifiable()) {
            return new Retrait.Fige(espace.get());
        }
        // Le fichier avant le journal, comme le verdict de l'analyse : deux ordres contraires s'interbloqueraient.
        pieces.retirer(rangement.get());
        journal.retiree(rangement.get(), qui.compte());
        return new Retrait.Fait(espace.get());
    }
}
