package fr.convergence.portail.concertation;

/** Combien de notes un dossier porte, et où elles se lisent. */
public record CarteDeNotes(String adresse, int nombre) {}
