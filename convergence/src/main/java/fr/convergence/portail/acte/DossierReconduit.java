package fr.convergence.portail.acte;

/**
 * Une étape commence des réponses d'un ancien dossier du même candidat (DOS-12) ; celles qui s'écrivent ont leur propre acte.
 *
 * @param origine la référence de l'ancien
 */
public record DossierReconduit(String etape, String origine) implements ActeDuDossier {}
