package fr.convergence.mesures.charge;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Mène une opération en boucle fermée : chaque connexion envoie sa requête suivante dès qu'elle a lu la réponse. */
final class Charge {

    private final int port;
    private final long processus;
    private final Base base;

    Charge(Serveur serveur, Base base) {
        this(serveur.port(), serveur.pid(), base);
    }

    /** @param processus celui dont le temps est compté comme celui du serveur */
    Charge(int port, long processus, Base base) {
        this.port = port;
        this.processus = processus;
        this.base = base;
    }

    Mesure mesurer(Operation operation, int connexions, Duration duree) throws IOException, InterruptedException {
        return mesurer(operation, connexions, duree, Integer.MAX_VALUE);
    }

    /** @param tours ce que chaque connexion fait au plus */
    Mesure mesurer(Operation operation, int connexions, Duration duree, int tours)
            throws IOException, InterruptedException {
        var depart = new CyclicBarrier(connexions + 1);
        List<long[]> temps;
        long debut;
        long fin;
        long[] avant;
        long[] apres;
        try (var fils = Executors.newFixedThreadPool(connexions)) {
            var boucles = new ArrayList<Future<long[]>>();
            for (var rang = 0; rang < connexions; rang++) {
                boucles.add(fils.submit(boucle(operation, rang, connexions, duree, tours, depart)));
            }
            avant = processeur();
            debut = System.nanoTime();
            attendre(depart);
            temps = resultats(boucles);
            fin = System.nanoTime();
            apres = processeur();
        }
        var tous = temps.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        var nombre = tous.length;
        return new Mesure(
                operation.nom(),
                connexions,
                nombre,
                nombre / ((fin - debut) / 1e9),
                (apres[0] - avant[0]) / (double) nombre,
                (apres[1] - avant[1]) / (double) nombre,
                tous[nombre / 2] / 1e6,
                tous[(int) (nombre * 0.95)] / 1e6,
                Processeur.charge());
    }

    private Callable<long[]> boucle(
            Operation operation, int rang, int connexions, Duration duree, int tours, CyclicBarrier depart) {
        return () -> {
            var temps = new Temps();
            try (var connexion = new Connexion(port)) {
                attendre(depart);
                var limite = System.nanoTime() + duree.toNanos();
                var siens = (operation.objets() - rang + connexions - 1) / connexions;
                var fin = operation.epuisable() ? Math.min(siens, tours) : tours;
                for (var tour = 0; tour < fin && System.nanoTime() < limite; tour++) {
                    var debut = System.nanoTime();
                    operation.geste().executer(connexion, objet(operation, rang, connexions, siens, tour));
                    temps.ajouter(System.nanoTime() - debut);
                }
            }
            return temps.tous();
        };
    }

    /** Une connexion a ses objets à elle ; s'il n'y en a pas pour toutes, les dernières partagent ceux des premières. */
    private static int objet(Operation operation, int rang, int connexions, int siens, int tour) {
        return siens == 0 ? rang % operation.objets() : rang + tour % siens * connexions;
    }

    private long[] processeur() {
        return new long[] {Processeur.de(processus), Processeur.deLaFamille(base.pid())};
    }

    private static List<long[]> resultats(List<Future<long[]>> boucles) throws InterruptedException {
        var resultats = new ArrayList<long[]>();
        for (var boucle : boucles) {
            try {
                resultats.add(boucle.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return resultats;
    }

    private static void attendre(CyclicBarrier depart) throws InterruptedException {
        try {
            depart.await();
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Temps {
        private long[] valeurs = new long[1024];
        private int nombre;

        void ajouter(long valeur) {
            if (nombre == valeurs.length) {
                valeurs = Arrays.copyOf(valeurs, nombre * 2);
            }
            valeurs[nombre++] = valeur;
        }

        long[] tous() {
            return Arrays.copyOf(valeurs, nombre);
        }
    }
}
