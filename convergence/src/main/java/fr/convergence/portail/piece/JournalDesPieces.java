package fr.convergence.portail.piece;

import fr.convergence.portail.acte.ActeDuDossier;
import fr.convergence.socle.fichier.EtatFichier;
import fr.convergence.socle.fichier.FichierJuge;
import fr.convergence.socle.fichier.FichierRecu;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.journal.Journal;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Inscrit à l'histoire du dossier ce qui arrive à ses fichiers (PCE-6, DOS-9) ; le journal n'en retient pas le nom. */
@Component
final class JournalDesPieces {

    private final Pieces pieces;
    private final Fichiers fichiers;
    private final Journal journal;

    JournalDesPieces(Pieces pieces, Fichiers fichiers, Journal journal) {
        this.pieces = pieces;
        this.fichiers = fichiers;
        this.journal = journal;
    }

    @EventListener
    void deposee(FichierRecu fait) {
        pieces.rangement(fait.fichier())
                .ifPresent(rangement -> ecrire(rangement, rangement.par().toString(), ActeDuDossier.PieceDeposee::new));
    }

    @EventListener
    void jugee(FichierJuge fait) {
        if (fait.etat() instanceof EtatFichier.Refuse) {
            pieces.rangement(fait.fichier())
                    .ifPresent(rangement -> ecrire(rangement, Journal.SYSTEME, ActeDuDossier.PieceRefusee::new));
        }
    }

    void retiree(Rangement rangement, UUID par) {
        ecrire(rangement, par.toString(), ActeDuDossier.PieceRetiree::new);
    }

    private void ecrire(Rangement rangement, String acteur, DUnFichier acte) {
        var empreinte = fichiers.fiche(rangement.fichier())
                .map(fiche -> String.valueOf(fiche.sha256()))
                .orElse("");
        journal.ecrire(rangement.reference(), acteur, acte.de(rangement.question(), rangement.fichier(), empreinte));
    }

    /** L'acte qui dit ce qui arrive à un fichier. */
    private interface DUnFichier {
        ActeDuDossier de(String question, UUID fichier, String sha256);
    }
}
