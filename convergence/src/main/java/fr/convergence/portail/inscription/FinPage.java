package fr.convergence.portail.inscription;

import fr.convergence.socle.page.Page;
import org.jspecify.annotations.Nullable;

/**
 * La fin de l'inscription : la même, que le compte soit créé ou que l'adresse ait déjà le sien (INS-2, INS-8).
 *
 * @param courriel l'adresse saisie, à qui un courriel vient de partir
 */
public record FinPage(@Nullable String courriel) implements Page {}
