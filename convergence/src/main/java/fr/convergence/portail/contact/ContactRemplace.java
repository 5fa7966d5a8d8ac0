package fr.convergence.portail.contact;

import fr.convergence.portail.question.LigneDeReponse;
import java.time.Instant;
import java.util.List;

/**
 * Un contact que le référent a corrigé depuis la réponse de son formulaire, qui garde l'ancien.
 *
 * @param lignes tel qu'il se lit aujourd'hui
 * @param le quand il a été corrigé
 */
public record ContactRemplace(List<LigneDeReponse> lignes, Instant le) {

    public ContactRemplace {
        lignes = List.copyOf(lignes);
    }
}
