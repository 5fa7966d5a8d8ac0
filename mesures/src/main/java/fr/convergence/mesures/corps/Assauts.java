package fr.convergence.mesures.corps;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import fr.convergence.mesures.charge.Seance;
import fr.convergence.mesures.corps.Envoyeurs.Sorte;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** Ce que fait le processus des {@link Envoyeurs} : un assaut par connexion, tant qu'elle dure. */
public final class Assauts {

    /** Ce que {@code Mesurer} doit faire dans ce processus. */
    public static final String ORDRE = "envoyeurs";

    static final String ETAT = "état";
    static final String FIN = "fin";
    static final String ECHEC = "échec ";

    private static final Seance PERSONNE = new Seance("", "");
    private static final int PARTIES = 1_650;
    private static final byte[] PARTIE = ("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"
                    + "y".repeat(65_000) + "\r\n")
            .getBytes(US_ASCII);
    private static final int LENTEMENT = 60_000;
    private static final byte[] GOUTTE = "b".repeat(1_000).getBytes(US_ASCII);
    /** Juste assez vite pour n'être pas coupé : cinq mille octets par seconde. */
    private static final long ENTRE_DEUX_GOUTTES = Duration.ofMillis(200).toNanos();
    /** Quatre réseaux prennent tout ce qu'ils peuvent ; il reste de quoi servir un cinquième. */
    private static final int RESEAUX = 4;

    private final int portail;

    private Assauts(int portail) {
        this.portail = portail;
    }

    /**
     * @param port où attendre les ordres
     * @param portail celui à assaillir
     */
    public static void servir(int port, int portail) throws IOException {
        var assauts = new Assauts(portail);
        try (var ecoute = new ServerSocket(port, 10, InetAddress.getLoopbackAddress())) {
            while (true) {
                assauts.suivre(ecoute.accept());
            }
        }
    }

    /** La connexion rompue vaut la fin : un banc mort ne laisse pas d'assaut derrière lui. */
    private void suivre(Socket ordres) {
        try (ordres) {
            mener(ordres);
        } catch (IOException rompue) {
            System.err.println("Assaut interrompu : " + rompue);
        }
    }

    private void mener(Socket ordres) throws IOException {
        var lignes = new BufferedReader(new InputStreamReader(ordres.getInputStream(), UTF_8));
        var sorte = lignes.readLine();
        if (sorte == null) {
            return;
        }
        try (var assaut = new Assaut(Envoyeurs.NOMBRE, envoi(Sorte.valueOf(sorte)))) {
            repondre(ordres, "");
            for (var ordre = lignes.readLine(); ETAT.equals(ordre); ordre = lignes.readLine()) {
                repondre(ordres, assaut.etat().ecrit());
            }
        } catch (IllegalStateException echec) {
            repondre(ordres, ECHEC + echec.getMessage());
            return;
        }
        repondre(ordres, FIN);
    }

    private static void repondre(Socket ordres, String ligne) throws IOException {
        ordres.getOutputStream().write((ligne + "\n").getBytes(UTF_8));
    }

    private Assaut.Envoi envoi(Sorte sorte) {
        return switch (sorte) {
            case SANS_FIN -> this::sansFin;
            case LENTS -> this::lentement;
        };
    }

    private int sansFin(int rang, Assaut assaut) throws IOException {
        try (var ligne = new Ligne("127.0.0.1", portail)) {
            ligne.poster("/connexion", "multipart/form-data; boundary=x", (long) PARTIES * PARTIE.length, PERSONNE);
            for (var partie = 0; partie < PARTIES && !assaut.fini() && !ligne.aRepondu(); partie++) {
                ligne.emettre(PARTIE);
            }
            return assaut.fini() ? Assaut.COUPE : ligne.statut();
        }
    }

    private int lentement(int rang, Assaut assaut) throws IOException {
        try (var ligne = new Ligne("127.0.1." + (1 + rang % RESEAUX), portail)) {
            ligne.poster("/connexion", Ligne.FORMULAIRE, LENTEMENT, PERSONNE);
            for (var envoyes = 0; envoyes < LENTEMENT && !assaut.fini() && !ligne.aRepondu(); ) {
                ligne.emettre(GOUTTE);
                envoyes += GOUTTE.length;
                assaut.attendre(ENTRE_DEUX_GOUTTES);
            }
            return assaut.fini() ? Assaut.COUPE : ligne.statut();
        }
    }
}
