package fr.convergence.mesures.corps;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.mesures.charge.Seance;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Une connexion brute, de l'adresse locale que l'on veut : chacune est, pour le portail, un autre réseau. */
final class Ligne implements AutoCloseable {

    static final String FORMULAIRE = "application/x-www-form-urlencoded";

    private static final int PATIENCE_MS = 60_000;

    private final Socket prise = new Socket();

    Ligne(String depuis, int port) throws IOException {
        prise.bind(new InetSocketAddress(depuis, 0));
        prise.connect(new InetSocketAddress("127.0.0.1", port));
        prise.setTcpNoDelay(true);
        prise.setSoTimeout(PATIENCE_MS);
    }

    /** L'entête d'un envoi dont le corps suivra. */
    void poster(String chemin, String type, long longueur, Seance qui) throws IOException {
        emettre("POST " + chemin + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n"
                + (qui.temoin().isEmpty() ? "" : "Cookie: __Host-session=" + qui.temoin() + "\r\n")
                + "Content-Type: " + type + "\r\nContent-Length: " + longueur + "\r\n\r\n");
    }

    void emettre(String texte) throws IOException {
        emettre(texte.getBytes(ISO_8859_1));
    }

    void emettre(byte[] octets) throws IOException {
        prise.getOutputStream().write(octets);
    }

    boolean aRepondu() throws IOException {
        return prise.getInputStream().available() > 0;
    }

    /** L'état de la réponse, la connexion lue jusqu'à sa fin. */
    int statut() throws IOException {
        var reponse = new String(prise.getInputStream().readAllBytes(), UTF_8);
        if (!reponse.startsWith("HTTP/1.1 ")) {
            throw new IOException("Connexion fermée sans réponse");
        }
        return Integer.parseInt(reponse.substring(9, 12));
    }

    @Override
    public void close() throws IOException {
        prise.close();
    }
}
