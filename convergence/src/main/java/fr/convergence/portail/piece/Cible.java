package fr.convergence.portail.piece;

/** L'espace de dépôt qu'une adresse désigne, tel que reçu : rien n'y est encore vérifié. */
public record Cible(String reference, String etape, String question) {}
