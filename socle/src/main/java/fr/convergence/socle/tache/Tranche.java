package fr.convergence.socle.tache;

import java.time.Duration;

/**
 * Le temps qu'un travail périodique prend d'un coup. Ils se partagent peu de fils : qui a fini la sienne s'arrête là, laisse
 * passer les autres et reprend derrière eux.
 */
public final class Tranche {

    private final long fin;

    private Tranche(Duration duree) {
        this.fin = System.nanoTime() + duree.toNanos();
    }

    /** Elle commence maintenant. */
    public static Tranche de(Duration duree) {
        return new Tranche(duree);
    }

    public boolean finie() {
        return System.nanoTime() - fin >= 0;
    }
}
