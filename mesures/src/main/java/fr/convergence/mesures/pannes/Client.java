package fr.convergence.mesures.pannes;

import fr.convergence.mesures.charge.Connexion;
import fr.convergence.mesures.charge.ReponseDuServeur;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Un navigateur patient : il refait la même demande tant qu'il n'en a pas la réponse. */
final class Client implements AutoCloseable {

    private static final long ENTRE_DEUX = Duration.ofMillis(50).toNanos();
    private static final long PATIENCE = Duration.ofMinutes(5).toNanos();
    private static final int PANNE = 500;

    @FunctionalInterface
    interface Demande {
        ReponseDuServeur faire(Connexion connexion) throws IOException;
    }

    private final int port;
    private final Vecu releve;
    private @Nullable Connexion ouverte;

    Client(int port, Vecu releve) {
        this.port = port;
        this.releve = releve;
    }

    /** @return la première réponse qui n'est pas une panne */
    ReponseDuServeur insister(Demande demande) throws IOException {
        var debut = System.nanoTime();
        for (var essai = 1; ; essai++) {
            try {
                var reponse = essayer(demande);
                if (reponse.statut() < PANNE) {
                    releve.attendu(System.nanoTime() - debut);
                    return reponse;
                }
            } catch (IOException rompue) {
                close();
                if (System.nanoTime() - debut > PATIENCE) {
                    throw new IOException("Toujours sans réponse après " + essai + " essais", rompue);
                }
            }
            releve.reprises.incrementAndGet();
            LockSupport.parkNanos(ENTRE_DEUX);
        }
    }

    /** Lit une page ; elle manque si elle échoue encore à la seconde fois. */
    ReponseDuServeur lire(Demande demande) throws IOException {
        releve.lectures.incrementAndGet();
        var eues = new ArrayList<String>();
        for (var essai = 0; essai < 2; essai++) {
            var debut = System.nanoTime();
            try {
                var reponse = essayer(demande);
                if (reponse.statut() < PANNE) {
                    return reponse;
                }
                eues.add("réponse " + reponse.statut() + depuis(debut));
            } catch (IOException rompue) {
                eues.add(rompue + depuis(debut));
                close();
            }
        }
        releve.lecturesManquees.add(String.join(", puis ", eues));
        return insister(demande);
    }

    private static String depuis(long debut) {
        return " en " + Duration.ofNanos(System.nanoTime() - debut).toMillis() + " ms";
    }

    private ReponseDuServeur essayer(Demande demande) throws IOException {
        if (ouverte == null) {
            ouverte = new Connexion(port);
        }
        var reponse = demande.faire(ouverte);
        if (reponse.statut() >= PANNE) {
            releve.panne(reponse);
        }
        return reponse;
    }

    @Override
    public void close() throws IOException {
        if (ouverte != null) {
            ouverte.close();
            ouverte = null;
        }
    }
}
