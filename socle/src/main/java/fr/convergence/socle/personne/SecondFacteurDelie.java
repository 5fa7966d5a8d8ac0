package fr.convergence.socle.personne;

import java.util.UUID;

/** L'opérateur a réinitialisé le second facteur de ce compte : plus rien de ce qu'il avait relié ne doit l'ouvrir. */
public record SecondFacteurDelie(UUID compte) {}
