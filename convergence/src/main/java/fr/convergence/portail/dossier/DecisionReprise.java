package fr.convergence.portail.dossier;

import fr.convergence.socle.identifiant.ReferenceDeDossier;

/** Un vérificateur a défait la décision de son niveau : l'étape est de nouveau en vérification. */
public record DecisionReprise(ReferenceDeDossier reference, String etape, String motif) implements ActeDuDossier {}
