package fr.convergence.portail.avis;

/**
 * Les avis d'un dossier, en bref, et où ils se lisent.
 *
 * @param attendus combien n'ont pas encore de réponse
 * @param demande vrai si l'un d'eux est attendu de qui regarde
 */
public record CarteDAvis(String adresse, int nombre, int attendus, boolean demande) {}
