package fr.convergence.mesures.pannes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Un relais TCP devant un service, qui tombe en panne à la demande. */
final class RelaisEnPanne implements AutoCloseable {

    /** Ce que chaque morceau attend quand le service est lent. */
    static final Duration LENTEUR = Duration.ofMillis(500);

    private static final int TAMPON = 16 * 1024;
    private static final int AVANT_COUPURE = 600; // au milieu d'un message, jamais après sa fin
    private static final int CONNEXION_MS = 2_000;
    private static final String FIN_DE_MESSAGE = "\r\n.\r\n";

    private final int cible;
    private final String mensonge;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final Set<Liaison> liaisons = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accusesPerdus = new AtomicInteger();
    private final int port;
    private Ecoute ecoute;
    private volatile Panne panne = Panne.AUCUNE;

    /** @param mensonge ce que dit le service qui ment */
    RelaisEnPanne(int cible, String mensonge) throws IOException {
        this.cible = cible;
        this.mensonge = mensonge;
        this.ecoute = new Ecoute(0, this::servir);
        this.port = ecoute.port();
    }

    int port() {
        return port;
    }

    /** Messages que le service a pris, et dont la réponse n'est pas revenue : ceux-là seuls peuvent arriver deux fois. */
    int accusesPerdus() {
        return accusesPerdus.get();
    }

    /** Les échanges en cours se rompent, sauf à ralentir. */
    synchronized void tomber(Panne nouvelle) throws IOException {
        var rompre = panne != Panne.LENTE && nouvelle != Panne.LENTE;
        panne = nouvelle;
        if (nouvelle == Panne.REFUSE) {
            ecoute.close();
        } else if (ecoute.fermee()) {
            ecoute = new Ecoute(port, this::servir);
        }
        if (rompre) {
            toutRompre();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        ecoute.close();
        toutRompre();
    }

    private void toutRompre() {
        liaisons.forEach(Liaison::rompre);
        clients.forEach(Ecoute::rompre);
    }

    private void servir(Socket client) throws IOException {
        clients.add(client);
        try {
            switch (panne) {
                case MUETTE -> client.getInputStream().skip(Long.MAX_VALUE);
                case CHARABIA -> client.getOutputStream().write(charabia());
                case REFUSE -> Ecoute.rompre(client);
                case MENTEUSE -> client.getOutputStream().write(mensonge.getBytes(US_ASCII));
                case AUCUNE, LENTE, SANS_ACCUSE, ACCUSE_ALTERE, PLUS_TARD -> relier(client, Integer.MAX_VALUE);
                case COUPE -> relier(client, AVANT_COUPURE);
            }
        } finally {
            clients.remove(client);
        }
    }

    private void relier(Socket client, int avantCoupure) throws IOException {
        try (var serveur = Ecoute.joindre(cible, CONNEXION_MS)) {
            var liaison = new Liaison(client, serveur);
            liaisons.add(liaison);
            var retour = Thread.ofVirtual().start(liaison::revenir);
            liaison.aller(avantCoupure);
            retour.join();
            liaisons.remove(liaison);
        } catch (InterruptedException arret) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] charabia() {
        var octets = new byte[512];
        new Random(1).nextBytes(octets);
        octets[octets.length - 1] = '\n';
        return octets;
    }

    /** Un client et le service, chacun entendant l'autre. Une fin d'un côté finit les deux : SMTP ni clamd n'ont de moitié. */
    private final class Liaison {

        private final Socket client;
        private final Socket serveur;
        private String bout = "";
        private final AtomicBoolean messageFini = new AtomicBoolean();

        Liaison(Socket client, Socket serveur) {
            this.client = client;
            this.serveur = serveur;
        }

        void aller(int avantCoupure) {
            var reste = avantCoupure;
            var tampon = new byte[TAMPON];
            try (client;
                    serveur) {
                for (var lus = lire(client, tampon); lus >= 0; lus = lire(client, tampon)) {
                    noterLaFin(tampon, lus);
                    serveur.getOutputStream().write(tampon, 0, Math.min(lus, reste));
                    reste -= lus;
                    if (reste <= 0) {
                        rompre();
                    }
                }
            } catch (IOException rompue) {
                rompre();
            }
        }

        void revenir() {
            var tampon = new byte[TAMPON];
            try (client;
                    serveur) {
                for (var lus = lire(serveur, tampon); lus >= 0; lus = lire(serveur, tampon)) {
                    if (messageFini.get() && panne == Panne.SANS_ACCUSE) {
                        rompre();
                    } else if (messageFini.get() && panne == Panne.ACCUSE_ALTERE) {
                        compterLAccuse();
                        client.getOutputStream().write(charabia());
                    } else {
                        client.getOutputStream().write(tampon, 0, lus);
                        messageFini.set(false);
                    }
                }
            } catch (IOException rompue) {
                rompre();
            }
        }

        private int lire(Socket de, byte[] tampon) throws IOException {
            var lus = de.getInputStream().read(tampon);
            if (panne == Panne.LENTE) {
                try {
                    Thread.sleep(LENTEUR);
                } catch (InterruptedException arret) {
                    Thread.currentThread().interrupt();
                }
            }
            return lus;
        }

        private void noterLaFin(byte[] octets, int combien) {
            var debut = Math.max(0, combien - FIN_DE_MESSAGE.length());
            bout += new String(octets, debut, combien - debut, ISO_8859_1);
            bout = bout.substring(Math.max(0, bout.length() - FIN_DE_MESSAGE.length()));
            if (bout.equals(FIN_DE_MESSAGE)) {
                messageFini.set(true);
            }
        }

        private void compterLAccuse() {
            if (messageFini.compareAndSet(true, false)) {
                accusesPerdus.incrementAndGet();
            }
        }

        private void rompre() {
            compterLAccuse();
            Ecoute.rompre(client);
            Ecoute.rompre(serveur);
        }
    }
}
