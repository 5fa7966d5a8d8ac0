package fr.convergence.socle.base;

/** Ce qui manque pour démarrer et que l'exploitant peut réparer : se dit en une ligne, sans trace. */
public final class DemarrageImpossible extends RuntimeException {

    public DemarrageImpossible(String message) {
        super(message, null, false, false);
    }
}
