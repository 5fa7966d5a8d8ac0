package fr.convergence.portail.lieu;

import java.util.UUID;

/**
 * Le lieu d'une réponse : ce dont parlent une révision, une pièce, une ligne de journal, une différence.
 *
 * @param edition ce qui se remplit : l'étape d'un dossier
 */
public record Lieu(UUID edition, Emplacement emplacement) {}
