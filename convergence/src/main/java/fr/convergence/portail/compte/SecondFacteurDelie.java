package fr.convergence.portail.compte;

import java.util.UUID;

/** Le second facteur de ce compte est réinitialisé, ou le compte effacé : plus rien de ce qu'il avait relié ne doit l'ouvrir. */
public record SecondFacteurDelie(UUID compte) {}
