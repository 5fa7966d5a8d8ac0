package fr.convergence.portail.saisie;

import fr.convergence.portail.question.LigneDeReponse;
import java.util.List;

/**
 * Les deux réponses entre lesquelles l'usager choisit, telles qu'elles se lisent (DOS-6).
 *
 * @param mienne ce qui vient d'être tapé
 * @param autre ce qu'un autre onglet, un autre appareil a répondu entre-temps
 * @param revision celle de l'autre, que garder la sienne remplace
 */
public record Ailleurs(List<LigneDeReponse> mienne, List<LigneDeReponse> autre, int revision) {}
