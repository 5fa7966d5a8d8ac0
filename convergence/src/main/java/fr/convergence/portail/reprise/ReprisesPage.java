package fr.convergence.portail.reprise;

import fr.convergence.socle.page.Etiquette.Ton;
import fr.convergence.socle.page.Lien;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * « Reprendre une candidature » : ce que d'autres tiennent des établissements que l'on représente, et ce que l'on en a demandé.
 */
public record ReprisesPage(List<Lien> menu, List<Tenue> tenues, List<Demande> demandes) implements Page {

    public ReprisesPage {
        tenues = List.copyOf(tenues);
        demandes = List.copyOf(demandes);
    }

    /** @param vers où la demander ; vide si on l'a déjà fait */
    public record Tenue(String guichet, String etablissement, Optional<String> vers) {}

    /**
     * @param guichet vide, comme l’établissement, d’une candidature finie ou d’un établissement que l’on ne représente plus
     * @param retrait ce qui la désigne, tant qu'elle se retire
     * @param motif celui de l'opérateur
     */
    public record Demande(
            String guichet,
            String etablissement,
            String reference,
            Instant le,
            Message etat,
            Ton ton,
            Optional<Message> suite,
            Optional<String> motif,
            Optional<String> retrait) {}
}
