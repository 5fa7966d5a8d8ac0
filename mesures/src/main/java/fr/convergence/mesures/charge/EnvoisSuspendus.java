package fr.convergence.mesures.charge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Des envois arrêtés aux neuf dixièmes de leur dernier morceau, connexion ouverte. */
final class EnvoisSuspendus implements AutoCloseable {

    static final int NOMBRE = 16;

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
            var envoi = Pieces.creer(connexion, seance, adresse, piece.length);
            connexion.commencer("PATCH", envoi, seance, Pieces.morceau(0), piece.length);
            connexion.suite(piece, 0, arret());
        }
        Thread.sleep(500); // le temps que le serveur lise ce qui est parti
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
