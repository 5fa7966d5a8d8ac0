package fr.convergence.mesures.charge;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Une connexion HTTP/1.1 tenue ouverte. Elle ne fait que ce qu'il faut : le client ne doit pas coûter plus que le serveur. */
public final class Connexion implements AutoCloseable {

    private static final int ATTENTE_MS = 120_000;
    private static final int TAMPON = 64 * 1024;
    private static final Map<String, String> FORMULAIRE = Map.of("Content-Type", "application/x-www-form-urlencoded");

    private final int port;
    private Socket prise;
    private InputStream entree;
    private OutputStream sortie;

    public Connexion(int port) throws IOException {
        this.port = port;
        this.prise = ouvrir(port);
        this.entree = new BufferedInputStream(prise.getInputStream(), TAMPON);
        this.sortie = prise.getOutputStream();
    }

    private static Socket ouvrir(int port) throws IOException {
        var prise = new Socket(InetAddress.getLoopbackAddress(), port);
        prise.setTcpNoDelay(true);
        prise.setSoTimeout(ATTENTE_MS);
        return prise;
    }

    public ReponseDuServeur lire(String chemin, Seance seance) throws IOException {
        return echanger("GET", chemin, seance, Map.of(), new byte[0], 0, 0);
    }

    /** @param corps paramètres déjà encodés ; le jeton anti-rejeu est ajouté */
    public ReponseDuServeur poster(String chemin, Seance seance, String corps) throws IOException {
        var octets = corps.getBytes(StandardCharsets.UTF_8);
        return echanger("POST", chemin, seance, FORMULAIRE, octets, 0, octets.length);
    }

    ReponseDuServeur echanger(
            String methode,
            String chemin,
            Seance seance,
            Map<String, String> entetes,
            byte[] corps,
            int debut,
            int longueur)
            throws IOException {
        commencer(methode, chemin, seance, entetes, longueur);
        try {
            sortie.write(corps, debut, longueur);
        } catch (IOException coupee) {
            throw refusee(coupee);
        }
        return finir();
    }

    /** Envoie l'entête d'une requête dont le corps suivra par {@link #suite}. */
    void commencer(String methode, String chemin, Seance seance, Map<String, String> entetes, int longueur)
            throws IOException {
        var tete = new StringBuilder(512)
                .append(methode)
                .append(' ')
                .append(chemin)
                .append(" HTTP/1.1\r\nHost: localhost\r\nAccept: text/html, */*\r\nCookie: __Host-session=")
                .append(seance.temoin())
                .append("\r\n");
        if (!methode.equals("GET")) {
            tete.append("X-CSRF-TOKEN: ").append(seance.jeton()).append("\r\nContent-Length: ");
            tete.append(longueur).append("\r\n");
        }
        entetes.forEach(
                (nom, valeur) -> tete.append(nom).append(": ").append(valeur).append("\r\n"));
        sortie.write(tete.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    void suite(byte[] corps, int debut, int longueur) throws IOException {
        sortie.write(corps, debut, longueur);
        sortie.flush();
    }

    ReponseDuServeur finir() throws IOException {
        sortie.flush();
        var statut = Integer.parseInt(ligne().split(" ")[1]);
        var entetes = new HashMap<String, String>();
        for (var ligne = ligne(); !ligne.isEmpty(); ligne = ligne()) {
            var deux = ligne.indexOf(':');
            entetes.put(
                    ligne.substring(0, deux).toLowerCase(Locale.ROOT),
                    ligne.substring(deux + 1).strip());
        }
        var reponse = new ReponseDuServeur(statut, entetes, corps(statut, entetes));
        if (reponse.entete("connection").equals("close")) {
            rouvrir();
        }
        return reponse;
    }

    /** Un corps refusé dès ses entêtes n'est pas lu : ce que le serveur en dit est déjà là. */
    private IOException refusee(IOException coupee) {
        try {
            return new IOException("corps non lu : réponse « %s »".formatted(ligne()), coupee);
        } catch (IOException muette) {
            coupee.addSuppressed(muette);
            return coupee;
        }
    }

    /** Un serveur ferme une connexion après un certain nombre de requêtes, et le dit. */
    private void rouvrir() throws IOException {
        prise.close();
        prise = ouvrir(port);
        entree = new BufferedInputStream(prise.getInputStream(), TAMPON);
        sortie = prise.getOutputStream();
    }

    @Override
    public void close() throws IOException {
        prise.close();
    }

    private byte[] corps(int statut, Map<String, String> entetes) throws IOException {
        if (statut == 204 || statut == 304) {
            return new byte[0];
        }
        if (entetes.containsKey("content-length")) {
            return morceau(Integer.parseInt(entetes.get("content-length")));
        }
        var tout = new ByteArrayOutputStream();
        for (var taille = taille(); taille > 0; taille = taille()) {
            tout.write(morceau(taille));
            ligne();
        }
        ligne();
        return tout.toByteArray();
    }

    private int taille() throws IOException {
        return Integer.parseInt(ligne(), 16);
    }

    private byte[] morceau(int taille) throws IOException {
        var octets = entree.readNBytes(taille);
        if (octets.length < taille) {
            throw new EOFException("Connexion coupée par le serveur");
        }
        return octets;
    }

    private String ligne() throws IOException {
        var octets = new ByteArrayOutputStream(128);
        for (var c = entree.read(); c != '\n'; c = entree.read()) {
            if (c < 0) {
                throw new EOFException("Connexion coupée par le serveur");
            }
            if (c != '\r') {
                octets.write(c);
            }
        }
        return octets.toString(StandardCharsets.ISO_8859_1);
    }
}
