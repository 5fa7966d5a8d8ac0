package fr.convergence.socle.tache;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * Un travail refait à intervalle régulier par un seul nœud à la fois. Chaque paquet déclare les siens en beans.
 *
 * @param nom nom stable, unique, « paquet-travail »
 * @param toutesLes attente entre la fin d'une exécution et le début de la suivante
 * @param travail s'arrête à la fin de sa {@link Tranche} et dit alors s'il en reste peut-être : la suivante vient aussitôt, de
 *     n'importe quel nœud
 */
public record TachePeriodique(String nom, Duration toutesLes, Predicate<Tranche> travail) {

    /** @param travail court, quoi qu'il y ait à faire */
    public TachePeriodique(String nom, Duration toutesLes, Runnable travail) {
        this(nom, toutesLes, _ -> {
            travail.run();
            return false;
        });
    }
}
