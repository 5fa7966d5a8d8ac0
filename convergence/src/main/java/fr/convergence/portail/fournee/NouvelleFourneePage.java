package fr.convergence.portail.fournee;

import fr.convergence.socle.page.Erreurs;
import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.PageDeSaisie;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ce qui serait validé, et ce qui ne le serait pas.
 *
 * @param liste l'adresse d'où l'on vient
 * @param filtres ce qu'elle demande, redit avec l'envoi
 */
public record NouvelleFourneePage(String liste, Map<String, String> filtres, List<Choisie> choisies, Erreurs erreurs)
        implements PageDeSaisie {

    /**
     * @param envoyee ce qui la désigne, à la version lue ; vide quand elle ne serait pas validée
     * @param remarque ce qui l'empêche, ou ce qui reste à y vérifier
     */
    public record Choisie(String reference, String candidat, Optional<String> envoyee, Optional<Message> remarque) {}

    public long acceptables() {
        return choisies.stream()
                .filter(choisie -> choisie.envoyee().isPresent())
                .count();
    }
}
