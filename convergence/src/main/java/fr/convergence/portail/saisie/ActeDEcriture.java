package fr.convergence.portail.saisie;

import fr.convergence.socle.journal.Inscrit;
import java.util.SortedMap;

/** Le fait que le journal garde de réponses écrites ; à qui tient l'édition de le nommer : un dossier n'est pas le seul. */
@FunctionalInterface
public interface ActeDEcriture {

    /**
     * @param revisions celle que chaque réponse a prise, par place ; jamais vide
     * @param empreinte celle de la valeur d'une réponse seule, ou de toutes, par place
     */
    Inscrit de(SortedMap<String, Integer> revisions, String empreinte);
}
