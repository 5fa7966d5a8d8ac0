package fr.convergence.portail.instruction;

import fr.convergence.portail.dossier.Passage;
import fr.convergence.socle.page.Page;
import java.util.List;
import java.util.Map;

/** L'historique entier d'un dossier (DOS-9), pour un vérificateur. */
public record HistoriqueDInstructionPage(
        String reference, String candidat, List<Passage> passages, Map<String, String> etapes) implements Page {}
