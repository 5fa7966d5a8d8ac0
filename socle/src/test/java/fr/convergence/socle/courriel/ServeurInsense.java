package fr.convergence.socle.courriel;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Un serveur SMTP poli jusqu'au contenu du message, auquel il répond des octets sans sens avant de raccrocher. */
final class ServeurInsense implements AutoCloseable {

    private final ServerSocket porte = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    ServeurInsense() throws IOException {
        Thread.ofVirtual().start(this::servir);
    }

    int port() {
        return porte.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        porte.close();
    }

    private void servir() {
        while (!porte.isClosed()) {
            try (var prise = porte.accept()) {
                converser(prise);
            } catch (IOException fin) {
                // Le client est parti, ou l'essai est fini.
            }
        }
    }

    private static void converser(Socket prise) throws IOException {
        var lecteur = new BufferedReader(new InputStreamReader(prise.getInputStream(), US_ASCII));
        dire(prise, "220 insense");
        for (var ligne = lecteur.readLine(); ligne != null; ligne = lecteur.readLine()) {
            if (ligne.equals("DATA")) {
                dire(prise, "354 continuez");
            } else if (ligne.equals(".")) {
                dire(prise, "\u0001\u0002xyz");
                return;
            } else if (ligne.matches("(EHLO|HELO|MAIL|RCPT|RSET|NOOP|QUIT).*")) {
                dire(prise, "250 bien");
            }
        }
    }

    private static void dire(Socket prise, String ligne) throws IOException {
        prise.getOutputStream().write((ligne + "\r\n").getBytes(US_ASCII));
        prise.getOutputStream().flush();
    }
}
