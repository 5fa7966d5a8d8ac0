package fr.convergence.portail.conteneur;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;
import java.util.Optional;

/**
 * La réserve de conteneurs.
 *
 * @param epuisees les guichets où un référent n'en a plus trouvé
 * @param ajoutes combien l'envoi qui vient d'être fait en a ajouté
 */
public record ReservePage(
        Erreurs erreurs,
        List<ReserveDeConteneurs.Reste> restes,
        List<String> epuisees,
        Optional<Integer> ajoutes,
        List<Refusee> refusees)
        implements PageDeSaisie {

    /** Une ligne du tableau qui n'est pas entrée. */
    public record Refusee(int numero, Message pourquoi) {}
}
