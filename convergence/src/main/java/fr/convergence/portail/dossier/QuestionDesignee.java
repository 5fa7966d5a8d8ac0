package fr.convergence.portail.dossier;

/**
 * Une question qu'un vérificateur demande de reprendre, telle que son référent la lit.
 *
 * @param vers l'adresse de son champ
 */
public record QuestionDesignee(String libelle, String motif, String vers) {}
