package fr.convergence.socle.authentification;

import fr.convergence.socle.page.Message;
import java.util.List;

/**
 * Ce que vaut un mot de passe qu'on veut prendre.
 *
 * @param raisons ce qui le fait refuser, tout à la fois ; aucune quand il est accepté
 * @param force de 0 (deviné tout de suite) à 4 ; au moins 3 pour un mot de passe accepté, au plus 2 pour un refusé
 */
public record ExamenDeMotDePasse(List<Message> raisons, int force) {

    public ExamenDeMotDePasse {
        raisons = List.copyOf(raisons);
    }

    public boolean accepte() {
        return raisons.isEmpty();
    }
}
