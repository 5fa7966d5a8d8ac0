package fr.convergence.mesures.corps;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Un assaut que mènent les {@link Envoyeurs}, conduit d'ici par une connexion : une ligne demande, une ligne répond. */
final class Siege implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long SCRUTATION = Duration.ofMillis(20).toNanos();

    private final Socket prise;
    private final BufferedReader lignes;

    /** @param port celui où les envoyeurs attendent leurs ordres */
    Siege(int port, Envoyeurs.Sorte sorte) throws IOException {
        prise = new Socket(InetAddress.getLoopbackAddress(), port);
        lignes = new BufferedReader(new InputStreamReader(prise.getInputStream(), UTF_8));
        demander(sorte.name());
    }

    /** Une fois que chacun a été, au moins une fois, reçu ou refusé. */
    Siege complet() throws IOException {
        if (partis(PATIENCE) < Envoyeurs.NOMBRE) {
            throw new IllegalStateException("Les deux cents envois ne partent pas");
        }
        return this;
    }

    /** Combien ont été reçus ou refusés, quand tous l'ont été ou que ce temps est passé. */
    int partis(Duration patience) throws IOException {
        var limite = System.nanoTime() + patience.toNanos();
        while (true) {
            var etat = etat();
            var partis = Math.min(Envoyeurs.NOMBRE, etat.enRoute() + etat.finis());
            if (partis == Envoyeurs.NOMBRE || System.nanoTime() > limite) {
                return partis;
            }
            LockSupport.parkNanos(SCRUTATION);
        }
    }

    Assaut.Etat etat() throws IOException {
        return Assaut.Etat.lire(demander(Assauts.ETAT));
    }

    private String demander(String ordre) throws IOException {
        prise.getOutputStream().write((ordre + "\n").getBytes(UTF_8));
        var reponse = lignes.readLine();
        if (reponse == null || reponse.startsWith(Assauts.ECHEC)) {
            throw new IllegalStateException("Les envoyeurs ont échoué : " + reponse);
        }
        return reponse;
    }

    /** Une fois que tous ont fini. */
    @Override
    public void close() throws IOException {
        try (prise) {
            demander(Assauts.FIN);
        }
    }
}
