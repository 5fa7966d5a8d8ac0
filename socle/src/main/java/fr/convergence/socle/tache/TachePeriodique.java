package fr.convergence.socle.tache;

import java.time.Duration;

/**
 * Un travail refait à intervalle régulier par un seul nœud à la fois. Chaque paquet déclare les siens en beans.
 *
 * @param nom nom stable, unique, « paquet-travail »
 * @param toutesLes attente entre la fin d'une exécution et le début de la suivante
 */
public record TachePeriodique(String nom, Duration toutesLes, Runnable travail) {}
