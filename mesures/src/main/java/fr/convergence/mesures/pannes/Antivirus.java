package fr.convergence.mesures.pannes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;

/** Un clamd qui ne connaît qu'un virus, et ne juge qu'un fichier reçu en entier (clamd(8), PING et INSTREAM). */
final class Antivirus implements AutoCloseable {

    /** Ce qui, dans un fichier, le fait dire infecté. */
    static final String VIRUS = "VIRUS-D-EPREUVE-DE-CONVERGENCE";

    static final String SAIN = "stream: OK\0";

    private final Ecoute ecoute;

    Antivirus() throws IOException {
        ecoute = new Ecoute(0, this::servir);
    }

    int port() {
        return ecoute.port();
    }

    @Override
    public void close() throws IOException {
        ecoute.close();
    }

    private void servir(Socket client) throws IOException {
        var entree = new DataInputStream(client.getInputStream());
        var reponse = switch (ordre(entree)) {
            case "zPING" -> "PONG\0";
            case "zINSTREAM" -> juger(entree);
            default -> "UNKNOWN COMMAND\0";
        };
        client.getOutputStream().write(reponse.getBytes(ISO_8859_1));
    }

    private static String ordre(DataInputStream entree) throws IOException {
        var ordre = new StringBuilder();
        for (var c = entree.read(); c != 0; c = entree.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            ordre.append((char) c);
        }
        return ordre.toString();
    }

    private String juger(DataInputStream entree) throws IOException {
        var contenu = new StringBuilder();
        for (var taille = entree.readInt(); taille > 0; taille = entree.readInt()) {
            contenu.append(new String(entree.readNBytes(taille), ISO_8859_1));
        }
        return contenu.indexOf(VIRUS) < 0 ? SAIN : "stream: Virus-D-Epreuve FOUND\0";
    }
}
