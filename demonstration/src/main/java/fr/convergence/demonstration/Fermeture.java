package fr.convergence.demonstration;

import java.util.ArrayDeque;
import java.util.Deque;

/** Ce qui est ouvert, à fermer une fois et dans l'ordre inverse, que l'arrêt vienne d'un échec ou de Ctrl-C. */
final class Fermeture implements AutoCloseable {

    private final Deque<AutoCloseable> ouverts = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T suivre(T ouvert) {
        ouverts.push(ouvert);
        return ouvert;
    }

    @Override
    public synchronized void close() {
        while (!ouverts.isEmpty()) {
            try {
                ouverts.pop().close();
            } catch (Exception e) {
                System.err.println("Un arrêt s’est mal passé : " + e);
            }
        }
    }
}
