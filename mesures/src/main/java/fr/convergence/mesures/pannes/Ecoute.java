package fr.convergence.mesures.pannes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Un port ouvert sur cette machine ; chaque connexion y est servie à part. */
final class Ecoute implements AutoCloseable {

    private static final int FILE = 200;

    /** Ce qui se fait d'une connexion ; elle se ferme ensuite. */
    @FunctionalInterface
    interface Service {
        void servir(Socket client) throws IOException;
    }

    private final ServerSocket prise;

    /** @param port zéro pour n'importe lequel */
    Ecoute(int port, Service service) throws IOException {
        prise = new ServerSocket();
        prise.setReuseAddress(true);
        prise.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), FILE);
        Thread.ofVirtual().start(() -> accepter(service));
    }

    int port() {
        return prise.getLocalPort();
    }

    boolean fermee() {
        return prise.isClosed();
    }

    @Override
    public void close() throws IOException {
        prise.close();
    }

    static Socket joindre(int port, int delaiMs) throws IOException {
        var vers = new Socket();
        try {
            vers.setTcpNoDelay(true);
            vers.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), delaiMs);
            return vers;
        } catch (IOException absent) {
            vers.close();
            throw absent;
        }
    }

    /** Sans adieu : l'autre bout reçoit une coupure, non une fin. */
    static void rompre(Socket prise) {
        try (prise) {
            prise.setSoLinger(true, 0);
        } catch (IOException _) {
            return; // déjà fermée
        }
    }

    private void accepter(Service service) {
        while (!fermee()) {
            try {
                var client = prise.accept();
                Thread.ofVirtual().start(() -> servir(service, client));
            } catch (IOException ferme) {
                if (!fermee()) {
                    throw new IllegalStateException(ferme);
                }
            }
        }
    }

    private static void servir(Service service, Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            service.servir(client);
        } catch (IOException rompue) {
            rompre(client); // une panne d'un côté s'entend de l'autre
        }
    }
}
