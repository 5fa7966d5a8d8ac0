package fr.convergence.socle.acces;

import fr.convergence.socle.page.Message;
import fr.convergence.socle.page.Saisi;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ce que les champs d'un formulaire donnent à lire, sans rien savoir de qui l'envoie ni du dossier. */
public interface ChampsConnus {

    /**
     * Un champ où l'on choisit des fichiers.
     *
     * @param facultatif vrai quand le formulaire part aussi sans eux
     */
    record DeFichiers(Message libelle, boolean plusieurs, boolean facultatif) {}

    /**
     * Ce qui y est écrit ou choisi, sous le nom que la page lui donne ; vide pour un formulaire que l'on ne connaît pas.
     *
     * @param chemin où il s'envoyait
     */
    List<Saisi> lire(String chemin, Map<String, List<String>> champs);

    /** Ce champ de fichiers ; vide s'il n'est pas de ceux que l'on connaît. */
    default Optional<DeFichiers> fichiers(String chemin, String champ) {
        return Optional.empty();
    }

    /** Vrai pour un mot de passe ou un code : il ne se rend ni ne se renvoie. */
    default boolean tait(String chemin, String champ) {
        return false;
    }
}
