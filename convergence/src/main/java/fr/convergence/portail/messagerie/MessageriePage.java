package fr.convergence.portail.messagerie;

import fr.convergence.portail.piece.PieceDeposee;
import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.PageDeSaisie;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Le fil d'un dossier, le plus récent d'abord, et de quoi y écrire.
 *
 * @param adresse celle du fil
 * @param fermee pourquoi l'on n'y écrit pas
 * @param tape ce qui est refusé, tel quel
 */
public record MessageriePage(
        EnTete enTete,
        String adresse,
        List<MessageLu> messages,
        Pages pages,
        Optional<Message> fermee,
        Regles regles,
        String tape,
        Erreurs erreurs)
        implements PageDeSaisie {

    /** De quel dossier l'on parle, et d'où l'on vient. */
    public record EnTete(
            String reference,
            String candidat,
            String guichet,
            Message numero,
            Message accueil,
            String vers,
            String dossier) {}

    /**
     * @param auteur qui, et de quel côté
     * @param nouveau vrai de ce que l'on n'avait pas lu
     */
    public record MessageLu(
            int numero,
            Message auteur,
            boolean mien,
            Instant le,
            boolean nouveau,
            String texte,
            List<PieceDeposee> pieces) {}

    /** Les adresses des pages voisines. */
    public record Pages(Optional<String> debut, Optional<String> suivante) {}

    /** Ce qu'une pièce jointe peut être. */
    public record Regles(Message aide, String extensions) {}

    public String piece(PieceDeposee piece) {
        return adresse + "/pieces/" + piece.fichier();
    }
}
