package fr.convergence.mesures.pannes;

import fr.convergence.mesures.charge.Serveur;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Répartit les connexions, à tour de rôle, entre les nœuds dont la sonde répond ; un refus fait essayer le suivant. */
final class Repartiteur implements AutoCloseable {

    private static final int SONDE_MS = 200;

    private final List<Integer> noeuds;
    private final AtomicInteger tour = new AtomicInteger();
    private final ScheduledExecutorService sondes;
    private final boolean[] sains;
    private final Relais relais;

    Repartiteur(List<Integer> noeuds) throws IOException {
        this.noeuds = noeuds;
        this.sains = new boolean[noeuds.size()];
        this.sondes = Executors.newScheduledThreadPool(noeuds.size());
        this.relais = new Relais(this::dansLOrdre);
        for (var i = 0; i < noeuds.size(); i++) {
            var rang = i;
            sondes.scheduleWithFixedDelay(() -> sonder(rang), 0, SONDE_MS, TimeUnit.MILLISECONDS);
        }
    }

    int port() {
        return relais.port();
    }

    /** Vrai si tous servent. */
    synchronized boolean auComplet() {
        for (var sain : sains) {
            if (!sain) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        sondes.shutdownNow();
        relais.close();
    }

    private void sonder(int rang) {
        var repond = Serveur.pret(noeuds.get(rang));
        synchronized (this) {
            sains[rang] = repond;
        }
    }

    /** Les nœuds sains d'abord ; les autres en dernier recours. */
    private synchronized List<Integer> dansLOrdre() {
        var premiers = new ArrayList<Integer>();
        var derniers = new ArrayList<Integer>();
        for (var i = 0; i < noeuds.size(); i++) {
            (sains[i] ? premiers : derniers).add(noeuds.get(i));
        }
        if (!premiers.isEmpty()) {
            Collections.rotate(premiers, tour.getAndIncrement() % premiers.size());
        }
        premiers.addAll(derniers);
        return premiers;
    }
}
