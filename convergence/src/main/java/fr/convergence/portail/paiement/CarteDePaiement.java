package fr.convergence.portail.paiement;

import fr.convergence.portail.dossier.Statut;
import fr.convergence.socle.page.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Ce qu'un dossier dit du paiement d'une étape (INSTR-6), au référent et à ses vérificateurs. Les montants sont en centimes.
 *
 * @param rang celui de l'étape
 * @param motif pourquoi moins que demandé
 * @param actions ce que peut y faire qui paie
 */
public record CarteDePaiement(
        int rang,
        Statut statut,
        List<Montant> montants,
        Optional<String> motif,
        List<Versement> versements,
        List<Action> actions) {

    public CarteDePaiement {
        montants = List.copyOf(montants);
        versements = List.copyOf(versements);
        actions = List.copyOf(actions);
    }

    public record Montant(Message libelle, long centimes) {}

    /** @param jour vide tant qu'il n'est pas payé */
    public record Versement(Message libelle, long centimes, Optional<LocalDate> jour) {}

    public record Action(Message libelle, String adresse, boolean principale) {}
}
