package fr.convergence.portail.inscription;

import fr.convergence.socle.page.Page;

/** La fin de l'inscription : la même, que le compte soit créé ou que l'adresse ait déjà le sien (INS-2, INS-8). */
public record FinPage() implements Page {}
