package fr.convergence.portail.convention;

import fr.convergence.portail.dossier.Statut;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Optional;

/**
 * Ce qu'un dossier dit de sa convention (CONV-2), au référent et à ses vérificateurs.
 *
 * @param rang celui de l'étape qui l'a fait établir
 * @param motif celui d'un refus
 * @param incident pourquoi l'e-mail du signataire n'est pas parti
 * @param autre comment une autre personne la signe
 * @param relance ce que l'on peut faire pour qu'elle se signe, et à quelle adresse
 */
public record CarteDeConvention(
        int rang,
        Statut statut,
        Message quoi,
        Optional<String> motif,
        Optional<String> incident,
        List<Document> documents,
        Optional<Autre> autre,
        Optional<Relance> relance) {

    public CarteDeConvention {
        documents = List.copyOf(documents);
    }

    public record Document(Message libelle, String adresse) {}

    /** @param adresse où le signataire se modifie ; vide quand ce n'est pas à qui lit la carte de le faire */
    public record Autre(Message quoi, Optional<String> adresse) {}

    /** @param numero celui de la convention que montre la carte */
    public record Relance(Message libelle, Message quoi, String adresse, int numero) {}
}
