package fr.convergence.socle.sonde;

import java.time.Duration;

/**
 * Un essai refait à intervalle régulier par chaque nœud. Chaque paquet déclare les siens en beans.
 *
 * @param nom ce qui est essayé, tel que les traces et l'état de santé le disent
 * @param toutesLes attente entre deux essais
 */
public record Sonde(String nom, Duration toutesLes, Essai essai) {

    /** Échoue en disant pourquoi ; doit finir de lui-même. */
    @FunctionalInterface
    public interface Essai {
        void essayer() throws Exception;
    }
}
