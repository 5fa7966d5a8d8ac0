package fr.convergence.mesures.charge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Des envois arrêtés aux neuf dixièmes de leur dernier morceau, connexion ouverte. */
final class EnvoisSuspendus implements AutoCloseable {

    static final int NOMBRE = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ETABLIE = "01"; // linux, net/tcp_states.h
    private static final String VIDES = "00000000:00000000";

    private final int port;
    private final Population population;
    private final byte[] piece;
    private final List<Connexion> connexions = new ArrayList<>();

    EnvoisSuspendus(int port, Population population, byte[] piece) {
        this.port = port;
        this.population = population;
        this.piece = piece;
    }

    void ouvrir() throws IOException, InterruptedException {
        var moitie = population.dossiers().size() / 2;
        for (var i = moitie; i < moitie + NOMBRE; i++) {
            var connexion = new Connexion(port);
            connexions.add(connexion);
            var seance = population.referent(i);
            var adresse = "/dossiers/" + population.dossiers().get(i) + "/candidature/televersements/preuve_p1";
            var envoi = PiecesDuBanc.creer(connexion, seance, adresse, piece.length);
            connexion.commencer("PATCH", envoi, seance, PiecesDuBanc.morceau(0), piece.length);
            connexion.suite(piece, 0, arret());
        }
        attendreQueToutSoitLu();
    }

    /** Plus un octet en route d'un côté ni de l'autre : le serveur a lu tout ce qui est parti. */
    private void attendreQueToutSoitLu() throws IOException, InterruptedException {
        var limite = System.nanoTime() + PATIENCE.toNanos();
        while (enRoute()) {
            if (System.nanoTime() > limite) {
                throw new IllegalStateException("Le serveur n'a pas lu les envois suspendus en " + PATIENCE);
            }
            Thread.sleep(10);
        }
    }

    /** Les files d'attente des prises de ce port, que Linux montre en « émission:réception ». */
    private boolean enRoute() throws IOException {
        var bout = ":%04X".formatted(port);
        for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (var ligne : Files.readAllLines(Path.of(table))) {
                var champs = ligne.strip().split("\\s+");
                var sienne = champs[1].endsWith(bout) || champs[2].endsWith(bout);
                if (sienne && champs[3].equals(ETABLIE) && !champs[4].equals(VIDES)) {
                    return true;
                }
            }
        }
        return false;
    }

    void finir() throws IOException {
        for (var connexion : connexions) {
            connexion.suite(piece, arret(), piece.length - arret());
            connexion.finir().attendue(204, "fin d'un envoi suspendu");
        }
    }

    @Override
    public void close() throws IOException {
        for (var connexion : connexions) {
            connexion.close();
        }
    }

    private int arret() {
        return piece.length / 10 * 9;
    }
}
