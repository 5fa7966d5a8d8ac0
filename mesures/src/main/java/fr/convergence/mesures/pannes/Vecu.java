package fr.convergence.mesures.pannes;

import fr.convergence.mesures.charge.ReponseDuServeur;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Ce que les personnes connectées ont vu d'une épreuve. */
final class Vecu {

    private static final int INDISPONIBLE = 503;

    final AtomicInteger lectures = new AtomicInteger();
    /** Celles qui ont échoué deux fois de suite, chacune avec ce qu'elle a eu. */
    final Queue<String> lecturesManquees = new ConcurrentLinkedQueue<>();

    final AtomicInteger deconnexions = new AtomicInteger();
    /** Demandes refaites faute de réponse. */
    final AtomicInteger reprises = new AtomicInteger();

    final AtomicInteger transmissions = new AtomicInteger();
    final AtomicInteger depots = new AtomicInteger();
    final AtomicInteger reportees = new AtomicInteger();
    /** Pannes dites autrement que par un 503 et le temps à laisser passer. */
    final Queue<String> erreurs = new ConcurrentLinkedQueue<>();
    /** Réponses que rien n'explique : ni faites, ni à refaire. */
    final Queue<String> refus = new ConcurrentLinkedQueue<>();

    private final AtomicLong plusLongue = new AtomicLong();

    /** Une réponse 5xx ; il n'en est qu'une bonne. */
    void panne(ReponseDuServeur reponse) {
        if (reponse.statut() == INDISPONIBLE && !reponse.entete("retry-after").isEmpty()) {
            reportees.incrementAndGet();
        } else {
            erreurs.add(reponse.inattendue("panne").getMessage());
        }
    }

    void attendu(long nanosecondes) {
        plusLongue.accumulateAndGet(nanosecondes, Math::max);
    }

    /** La plus longue attente d'une demande, en secondes, reprises comprises. */
    double plusLongueAttente() {
        return plusLongue.get() / 1e9;
    }
}
