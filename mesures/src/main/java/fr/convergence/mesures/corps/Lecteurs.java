package fr.convergence.mesures.corps;

import fr.convergence.mesures.charge.Connexion;
import fr.convergence.mesures.charge.Seance;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Quatre personnes qui lisent l'accueil, la page de connexion et leur tableau de bord, à leur pas. */
final class Lecteurs {

    private static final int NOMBRE = 4;
    private static final long ENTRE_DEUX = Duration.ofMillis(20).toNanos();
    private static final double LENTE = 0.95;
    private static final List<String> PAGES = List.of("/", "/connexion", "/tableau-de-bord");

    private final int port;
    private final Seance qui;

    Lecteurs(int port, Seance qui) {
        this.port = port;
        this.qui = qui;
    }

    /** Millisecondes de chaque page, lues pendant ce temps. */
    List<Double> lire(Duration duree) throws InterruptedException {
        var fin = System.nanoTime() + duree.toNanos();
        var temps = new ArrayList<Double>();
        try (var fils = Executors.newFixedThreadPool(NOMBRE)) {
            var lectures = new ArrayList<Future<List<Double>>>();
            for (var i = 0; i < NOMBRE; i++) {
                lectures.add(fils.submit(() -> jusque(fin)));
            }
            for (var lecture : lectures) {
                temps.addAll(lecture.get());
            }
        } catch (ExecutionException echec) {
            throw new IllegalStateException(echec.getCause());
        }
        return temps;
    }

    private List<Double> jusque(long fin) throws IOException {
        var temps = new ArrayList<Double>();
        try (var connexion = new Connexion(port)) {
            while (System.nanoTime() < fin) {
                for (var page : PAGES) {
                    var debut = System.nanoTime();
                    var seance = page.equals("/connexion") ? new Seance("", "") : qui;
                    connexion.lire(page, seance).attendue(200, page);
                    temps.add((System.nanoTime() - debut) / 1e6);
                    LockSupport.parkNanos(ENTRE_DEUX);
                }
            }
        }
        return temps;
    }

    /** Quatre-vingt-quinze sur cent ne durent pas plus. */
    static double lente(List<Double> temps) {
        return temps.stream().sorted().toList().get((int) (temps.size() * LENTE));
    }
}
