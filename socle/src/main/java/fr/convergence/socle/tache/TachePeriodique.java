package fr.convergence.socle.tache;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Un travail de fond, refait à intervalle régulier par un seul nœud à la fois, et sans attendre quand {@link Reveils} le
 * réveille. Chaque paquet déclare les siens en beans.
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

    /**
     * Vide une file par lots, de quelque longueur qu'elle soit.
     *
     * @param lot en traite un et dit s'il en reste peut-être
     */
    public static TachePeriodique parLots(String nom, Duration toutesLes, BooleanSupplier lot) {
        return new TachePeriodique(nom, toutesLes, tranche -> {
            var reste = lot.getAsBoolean();
            while (reste && !tranche.finie()) {
                reste = lot.getAsBoolean();
            }
            return reste;
        });
    }
}
