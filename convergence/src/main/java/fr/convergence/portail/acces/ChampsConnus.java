package fr.convergence.portail.acces;

import fr.convergence.socle.page.Saisi;
import java.util.List;
import java.util.Map;

/** Ce que les champs d'un formulaire donnent à lire, sans rien savoir de qui l'envoie ni du dossier. */
public interface ChampsConnus {

    /**
     * Ce qui y est écrit, sous le nom que la page lui donne ; vide pour un formulaire que l'on ne connaît pas.
     *
     * @param chemin où il s'envoyait
     */
    List<Saisi> lire(String chemin, Map<String, List<String>> champs);
}
