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
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Des inconnus qui envoient sans finir, tous à la fois ; celui que le serveur coupe revient une seconde après, ou à peu près. */
final class Assaut implements AutoCloseable {

    /** Ce que chacun envoie, jusqu'à ce qu'on l'arrête. */
    @FunctionalInterface
    interface Envoi {
        /** @return l'état de la réponse */
        int mener(int rang, Assaut assaut) throws IOException;
    }

    /**
     * Où en sont les envois.
     *
     * @param reponses « 415 : 1 200, coupés : 3 »
     */
    record Etat(int enRoute, int finis, String reponses) {

        private static final String SEPARATEUR = "\t";

        static Etat lire(String ligne) {
            var champs = ligne.split(SEPARATEUR);
            return new Etat(Integer.parseInt(champs[0]), Integer.parseInt(champs[1]), champs[2]);
        }

        String ecrit() {
            return enRoute + SEPARATEUR + finis + SEPARATEUR + reponses;
        }
    }

    static final int COUPE = 0;

    private static final long RETOUR_AU_PLUS_TOT = Duration.ofMillis(500).toNanos();
    private static final long RETOUR_AU_PLUS_TARD = Duration.ofMillis(1_500).toNanos();

    private final ExecutorService fils = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean fini = new AtomicBoolean();
    private final AtomicInteger enRoute = new AtomicInteger();
    private final Map<Integer, Integer> reponses = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable RuntimeException> echec = new AtomicReference<>();

    Assaut(int nombre, Envoi envoi) {
        for (var i = 0; i < nombre; i++) {
            var rang = i;
            fils.execute(() -> revenir(rang, envoi));
        }
    }

    private void revenir(int rang, Envoi envoi) {
        while (!fini.get()) {
            enRoute.incrementAndGet();
            try {
                reponses.merge(mener(rang, envoi), 1, Integer::sum);
            } catch (RuntimeException imprevu) {
                echec.compareAndSet(null, imprevu);
                fini.set(true);
            } finally {
                enRoute.decrementAndGet();
            }
            attendre(ThreadLocalRandom.current().nextLong(RETOUR_AU_PLUS_TOT, RETOUR_AU_PLUS_TARD));
        }
    }

    private int mener(int rang, Envoi envoi) {
        try {
            return envoi.mener(rang, this);
        } catch (IOException _) {
            // Le serveur a raccroché pendant l'envoi : c'est ce qu'on attend de lui.
            return COUPE;
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

    /** @throws IllegalStateException si l'un des envois a échoué autrement que coupé : rien ne se mesure d'un assaut troué */
    Etat etat() {
        exigerSansEchec();
        var finis = reponses.values().stream().mapToInt(Integer::intValue).sum();
        var comptes = reponses.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(compte -> (compte.getKey() == COUPE ? "coupés" : compte.getKey()) + " : " + compte.getValue())
                .reduce((un, autre) -> un + ", " + autre)
                .orElse("rien");
        return new Etat(enRoute.get(), finis, comptes);
    }

    private void exigerSansEchec() {
        var imprevu = echec.get();
        if (imprevu != null) {
            throw new IllegalStateException(imprevu.toString(), imprevu);
        }
    }

    /** @throws IllegalStateException si l'un des envois a échoué autrement que coupé */
    @Override
    public void close() {
        fini.set(true);
        fils.close();
        exigerSansEchec();
    }
}
