package fr.convergence.socle.personne;

import java.util.UUID;

/** Un titulaire a corrigé son nom, ou son compte s'est effacé : ce qui le cite est à relire. */
public record IdentiteChangee(UUID compte) {}
