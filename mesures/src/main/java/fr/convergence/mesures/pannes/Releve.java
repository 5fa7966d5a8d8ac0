package fr.convergence.mesures.pannes;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Ce que les personnes connectées ont vu d'une épreuve. */
final class Releve {

    final AtomicInteger lectures = new AtomicInteger();
    /** Celles qui ont échoué deux fois de suite, chacune avec ce qu'elle a eu. */
    final Queue<String> lecturesManquees = new ConcurrentLinkedQueue<>();

    final AtomicInteger deconnexions = new AtomicInteger();
    /** Demandes refaites faute de réponse. */
    final AtomicInteger reprises = new AtomicInteger();

    final AtomicInteger transmissions = new AtomicInteger();
    final AtomicInteger depots = new AtomicInteger();
    /** Réponses que rien n'explique : ni faites, ni à refaire. */
    final Queue<String> refus = new ConcurrentLinkedQueue<>();

    private final AtomicLong plusLongue = new AtomicLong();

    void attendu(long nanosecondes) {
        plusLongue.accumulateAndGet(nanosecondes, Math::max);
    }

    /** La plus longue attente d'une demande, en secondes, reprises comprises. */
    double plusLongueAttente() {
        return plusLongue.get() / 1e9;
    }
}
