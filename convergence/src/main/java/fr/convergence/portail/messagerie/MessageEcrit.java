package fr.convergence.portail.messagerie;

import fr.convergence.portail.acces.Role;
import fr.convergence.socle.identifiant.ReferenceDeDossier;

/**
 * Un message attend, dans la messagerie d'un dossier, un côté qui n'en est pas déjà prévenu : le fait, publié dans la transaction qui l'écrit.
 *
 * @param etape le code de l'étape courante du dossier
 * @param de le côté d'où il vient
 * @param vers le côté qui l'attend
 */
public record MessageEcrit(ReferenceDeDossier reference, String etape, int numero, Role de, Role vers) {}
