package fr.convergence.portail.tableaudebord;

import fr.convergence.portail.dossier.Passage;
import fr.convergence.socle.page.Page;
import java.util.List;
import java.util.Map;

/**
 * L'histoire d'un dossier (DOS-9).
 *
 * @param etapes titre de chaque étape, par code
 */
public record HistoriquePage(String reference, String guichet, List<Passage> passages, Map<String, String> etapes)
        implements Page {

    public HistoriquePage {
        passages = List.copyOf(passages);
        etapes = Map.copyOf(etapes);
    }
}
