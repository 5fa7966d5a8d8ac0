package fr.convergence.portail.concertation;

import java.util.List;

/**
 * Comment les vérificateurs se partagent un dossier.
 *
 * @param controles les listes de contrôle de l'étape, celle de qui regarde d'abord
 */
public record CarteDeConcertation(CarteDAssignation assignation, CarteDeNotes notes, List<ListeAPointer> controles) {

    public CarteDeConcertation {
        controles = List.copyOf(controles);
    }
}
