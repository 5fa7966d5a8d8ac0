package fr.convergence.mesures.pannes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Un relais TCP devant un service, qui tombe en panne à la demande. */
final class Relais implements AutoCloseable {

    /** Ce que chaque morceau attend quand le service est lent. */
    static final Duration LENTEUR = Duration.ofMillis(500);

    private static final int TAMPON = 16 * 1024;
    private static final int AVANT_COUPURE = 600; // au milieu d'un message, jamais après sa fin
    private static final int CONNEXION_MS = 2_000;

    private final Supplier<List<Integer>> cibles;
    private final Set<Socket> prises = ConcurrentHashMap.newKeySet();
    private final int port;
    private ServerSocket ecoute;
    private volatile Panne panne = Panne.AUCUNE;

    /** @param cibles les ports où porter une connexion, du préféré au dernier essayé */
    Relais(Supplier<List<Integer>> cibles) throws IOException {
        this.cibles = cibles;
        this.ecoute = ecouter(0);
        this.port = ecoute.getLocalPort();
        accepter(ecoute);
    }

    int port() {
        return port;
    }

    /** Les échanges en cours se rompent, sauf à ralentir. */
    synchronized void tomber(Panne nouvelle) throws IOException {
        var rompre = panne != Panne.LENTE && nouvelle != Panne.LENTE;
        panne = nouvelle;
        if (nouvelle == Panne.REFUSE) {
            ecoute.close();
        } else if (ecoute.isClosed()) {
            ecoute = ecouter(port);
            accepter(ecoute);
        }
        if (rompre) {
            prises.forEach(Relais::rompre);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        ecoute.close();
        prises.forEach(Relais::rompre);
    }

    private static ServerSocket ecouter(int port) throws IOException {
        var ecoute = new ServerSocket();
        ecoute.setReuseAddress(true);
        ecoute.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        return ecoute;
    }

    private void accepter(ServerSocket ou) {
        Thread.ofVirtual().start(() -> {
            while (!ou.isClosed()) {
                try {
                    var client = ou.accept();
                    Thread.ofVirtual().start(() -> servir(client));
                } catch (IOException ferme) {
                    if (!ou.isClosed()) {
                        throw new IllegalStateException(ferme);
                    }
                }
            }
        });
    }

    private void servir(Socket client) {
        prises.add(client);
        var aLArrivee = panne;
        try (client) {
            switch (aLArrivee) {
                case MUETTE -> client.getInputStream().skip(Long.MAX_VALUE);
                case CHARABIA -> repondreNImporteQuoi(client);
                case REFUSE -> rompre(client);
                case AUCUNE, LENTE -> relier(client, Integer.MAX_VALUE);
                case COUPE -> relier(client, AVANT_COUPURE);
            }
        } catch (IOException rompue) {
            rompre(client); // une panne d'un côté s'entend de l'autre : c'est ce qu'on lui demande
        } finally {
            prises.remove(client);
        }
    }

    private void relier(Socket client, int avantCoupure) throws IOException {
        try (var serveur = joindre()) {
            prises.add(serveur);
            var retour = Thread.ofVirtual().start(() -> porter(serveur, client, Integer.MAX_VALUE));
            porter(client, serveur, avantCoupure);
            retour.join();
            prises.remove(serveur);
        } catch (InterruptedException arret) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket joindre() throws IOException {
        var echec = new IOException("Aucune cible");
        for (var cible : cibles.get()) {
            var prise = new Socket();
            try {
                prise.setTcpNoDelay(true);
                prise.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), cible), CONNEXION_MS);
                return prise;
            } catch (IOException absente) {
                prise.close();
                echec.addSuppressed(absente);
            }
        }
        throw echec;
    }

    /** Une fin d'un côté finit les deux : ni HTTP ni SMTP ne se servent d'une moitié de connexion. */
    private void porter(Socket de, Socket vers, int reste) {
        var tampon = new byte[TAMPON];
        try (de;
                vers) {
            for (var lus = de.getInputStream().read(tampon);
                    lus >= 0;
                    lus = de.getInputStream().read(tampon)) {
                if (panne == Panne.LENTE) {
                    Thread.sleep(LENTEUR);
                }
                vers.getOutputStream().write(tampon, 0, Math.min(lus, reste));
                reste -= lus;
                if (reste <= 0) {
                    rompre(vers);
                    rompre(de);
                }
            }
        } catch (IOException rompue) {
            rompre(de);
            rompre(vers);
        } catch (InterruptedException arret) {
            Thread.currentThread().interrupt();
        }
    }

    private static void repondreNImporteQuoi(Socket client) throws IOException {
        var octets = new byte[512];
        new Random(1).nextBytes(octets);
        octets[octets.length - 1] = '\n';
        client.getOutputStream().write(octets);
    }

    /** Sans adieu : l'autre bout reçoit une coupure, non une fin. */
    private static void rompre(Socket prise) {
        try (prise) {
            prise.setSoLinger(true, 0);
        } catch (IOException _) {
            return; // déjà fermée
        }
    }
}
