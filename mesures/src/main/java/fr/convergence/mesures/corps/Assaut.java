package fr.convergence.mesures.corps;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Des inconnus qui envoient sans finir, tous à la fois ; celui que le serveur coupe revient une seconde après, ou à peu près. */
final class Assaut implements AutoCloseable {

    /** Ce que chacun envoie, jusqu'à ce qu'on l'arrête. */
    @FunctionalInterface
    interface Envoi {
        /** @return l'état de la réponse */
        int mener(int rang, Assaut assaut) throws IOException;
    }

    private static final long RETOUR_AU_PLUS_TOT = Duration.ofMillis(500).toNanos();
    private static final long RETOUR_AU_PLUS_TARD = Duration.ofMillis(1_500).toNanos();
    private static final int COUPE = 0;

    private final ExecutorService fils = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean fini = new AtomicBoolean();
    private final AtomicInteger enRoute = new AtomicInteger();
    private final Map<Integer, Integer> reponses = new ConcurrentHashMap<>();

    Assaut(int nombre, Envoi envoi) {
        for (var i = 0; i < nombre; i++) {
            var rang = i;
            fils.submit(() -> revenir(rang, envoi));
        }
    }

    private void revenir(int rang, Envoi envoi) {
        while (!fini.get()) {
            enRoute.incrementAndGet();
            var statut = COUPE;
            try {
                statut = envoi.mener(rang, this);
            } catch (IOException _) {
                // Le serveur a raccroché pendant l'envoi : c'est ce qu'on attend de lui.
                statut = COUPE;
            }
            enRoute.decrementAndGet();
            reponses.merge(statut, 1, Integer::sum);
            attendre(ThreadLocalRandom.current().nextLong(RETOUR_AU_PLUS_TOT, RETOUR_AU_PLUS_TARD));
        }
    }

    void attendre(long nanosecondes) {
        if (!fini.get()) {
            LockSupport.parkNanos(nanosecondes);
        }
    }

    boolean fini() {
        return fini.get();
    }

    int finis() {
        return reponses.values().stream().mapToInt(Integer::intValue).sum();
    }

    int enRoute() {
        return enRoute.get();
    }

    /** « 415 : 1 200, coupés : 3 ». */
    String reponses() {
        return reponses.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(compte -> (compte.getKey() == COUPE ? "coupés" : compte.getKey()) + " : " + compte.getValue())
                .reduce((un, autre) -> un + ", " + autre)
                .orElse("rien");
    }

    @Override
    public void close() {
        fini.set(true);
        fils.close();
    }
}
