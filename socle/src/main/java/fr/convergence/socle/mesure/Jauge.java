package fr.convergence.socle.mesure;

import java.util.function.DoubleSupplier;

/**
 * Une grandeur qui se lit quand on relève les mesures, et jamais avant.
 *
 * @param nom en minuscules, mots séparés par des points : « courriels.en.attente »
 * @param quoi ce qu'elle dit, une phrase
 */
public record Jauge(String nom, String quoi, DoubleSupplier valeur) {}
