package fr.convergence.doublures;

/**
 * Un second facteur de démonstration, dont la boîte montre le code du moment.
 *
 * @param nom personne, comme on l'affiche
 * @param compte adresse électronique du compte
 * @param secret clé partagée, en base 32
 */
public record Authentificateur(String nom, String compte, String secret) {}
