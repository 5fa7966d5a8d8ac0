package fr.convergence.portail.messagerie;

/**
 * Ce qu'un dossier dit de sa messagerie.
 *
 * @param nombre de messages, {@code nonLus} de ceux qui attendent qui regarde
 */
public record CarteDesMessages(String adresse, int nombre, int nonLus) {}
