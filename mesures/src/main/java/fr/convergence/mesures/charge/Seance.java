package fr.convergence.mesures.charge;

/**
 * Une personne connectée, telle que son navigateur la porte.
 *
 * @param temoin le cookie de session
 * @param jeton le jeton anti-rejeu de ses pages
 */
public record Seance(String temoin, String jeton) {}
