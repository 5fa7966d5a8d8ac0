package fr.convergence.portail.concertation;

import fr.convergence.socle.page.Choix;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Optional;

/**
 * Qui se charge d'un dossier, et à qui le confier.
 *
 * @param assignes un par niveau du dossier
 * @param adresse où l'assigner
 * @param retour où l'on en était
 * @param courant le compte de qui s'en charge au niveau de qui regarde ; vide si ce n'est personne
 * @param moi le compte de qui regarde ; vide quand il s'en charge déjà
 */
public record CarteDAssignation(
        List<Message> assignes,
        String adresse,
        RetourALaListe retour,
        String courant,
        Optional<String> moi,
        List<Choix> collegues) {

    public CarteDAssignation {
        assignes = List.copyOf(assignes);
        collegues = List.copyOf(collegues);
    }
}
