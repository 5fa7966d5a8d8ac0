package fr.convergence.portail.piece;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acte.ActeDeConsultation.PieceTelechargee;
import fr.convergence.portail.acte.Sorte;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.socle.fichier.FichierOuvert;
import fr.convergence.socle.fichier.Fichiers;
import fr.convergence.socle.identifiant.ReferenceDeDossier;
import fr.convergence.socle.journal.Journal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ouvre un fichier à qui voit son dossier, et l'inscrit au registre des accès (PCE-5). */
@Component
final class TelechargerPiece {

    private final Pieces pieces;
    private final Dossiers dossiers;
    private final Fichiers fichiers;
    private final Journal journal;

    TelechargerPiece(Pieces pieces, Dossiers dossiers, Fichiers fichiers, Journal journal) {
        this.pieces = pieces;
        this.dossiers = dossiers;
        this.fichiers = fichiers;
        this.journal = journal;
    }

    /** Vide si le fichier n'est pas à lui, n'a pas passé l'analyse, ou n'existe plus. */
    Optional<FichierOuvert> executer(Connecte qui, UUID fichier) {
        return pieces.rangement(fichier, qui.role())
                .filter(rangement -> dossier(qui, rangement).isPresent())
                .flatMap(rangement -> fichiers.lire(fichier).map(lecture -> tracer(qui, rangement, lecture)));
    }

    /** Le référent voit les siens ; un vérificateur ne voit que ce qui a été transmis. */
    private Optional<Dossier> dossier(Connecte qui, Rangement rangement) {
        var reference = new ReferenceDeDossier(rangement.reference());
        return dossiers.duReferent(qui, reference)
                .or(() -> dossiers.duVerificateur(qui, reference).filter(_ -> rangement.scellee()));
    }

    private FichierOuvert tracer(Connecte qui, Rangement rangement, FichierOuvert lecture) {
        journal.ecrire(
                Sorte.ACCES.chaine(rangement.reference()),
                qui.getName(),
                new PieceTelechargee(
                        rangement.fichier(), String.valueOf(lecture.fichier().sha256())));
        return lecture;
    }
}
