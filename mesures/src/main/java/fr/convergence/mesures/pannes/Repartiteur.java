package fr.convergence.mesures.pannes;

import fr.convergence.mesures.charge.Serveur;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Répartit les connexions, à tour de rôle, entre les nœuds dont la sonde répond ; un refus fait essayer le suivant.
 *
 * <p>Un nœud tué accepte encore des connexions, que rien ne servira, tant que le noyau n'a pas fermé toutes ses prises : ce
 * n'est pas un refus, et il faut donc aussi savoir redemander ({@link Portage}).
 */
final class Repartiteur implements AutoCloseable {

    private static final int SONDE_MS = 200;
    private static final int CONNEXION_MS = 2_000;

    private final List<Integer> noeuds;
    private final AtomicInteger tour = new AtomicInteger();
    private final ScheduledExecutorService sondes;
    private final boolean[] sains;
    private final Ecoute ecoute;

    Repartiteur(List<Integer> noeuds) throws IOException {
        this.noeuds = noeuds;
        this.sains = new boolean[noeuds.size()];
        this.sondes = Executors.newScheduledThreadPool(noeuds.size());
        this.ecoute = new Ecoute(0, client -> new Portage(this, client).aller());
        for (var i = 0; i < noeuds.size(); i++) {
            var rang = i;
            sondes.scheduleWithFixedDelay(() -> sonder(rang), 0, SONDE_MS, TimeUnit.MILLISECONDS);
        }
    }

    int port() {
        return ecoute.port();
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
        ecoute.close();
    }

    Socket joindre() throws IOException {
        var echec = new IOException("Aucun nœud");
        for (var noeud : dansLOrdre()) {
            try {
                return Ecoute.joindre(noeud, CONNEXION_MS);
            } catch (IOException absent) {
                echec.addSuppressed(absent);
            }
        }
        throw echec;
    }

    /** Jusqu'à ce que sa sonde réponde. */
    synchronized void ecarter(int port) {
        sains[noeuds.indexOf(port)] = false;
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
