package fr.convergence.mesures.charge;

import fr.convergence.socle.base.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * Un fichier qui part par morceaux comme de la page, et repart quand le serveur le remet à plus tard. Ses octets sont ceux d'un
 * modèle, marqués de son rang tous les 64 Kio : aucun n'est celui d'un autre.
 */
final class GrosEnvoi implements AutoCloseable {

    private static final int BLOC = 64 * 1024;
    private static final int TROP = 503;

    private final int port;
    private final Seance seance;
    private final String adresse;
    private final byte[] marque;
    private final byte[] modele;
    private final MessageDigest calcul = Sha256.calcul();
    private Connexion connexion;
    private int reprises;

    GrosEnvoi(int port, Seance seance, String adresse, int rang, byte[] modele) throws IOException {
        this.port = port;
        this.seance = seance;
        this.adresse = adresse;
        this.marque = "%016d".formatted(rang).replace('0', 'o').getBytes(StandardCharsets.US_ASCII);
        this.modele = modele;
        this.connexion = new Connexion(port);
    }

    /** Rend son adresse. */
    String envoyer() throws IOException, InterruptedException {
        var chemin = ouvrir();
        for (var debut = 0; debut < modele.length; debut += PiecesDuBanc.MORCEAU) {
            var longueur = Math.min(PiecesDuBanc.MORCEAU, modele.length - debut);
            while (!pris(chemin, debut, longueur)) {
                attendre();
            }
            for (var bloc = debut; bloc < debut + longueur; bloc += BLOC) {
                calcul.update(bloc(bloc, debut + longueur));
            }
        }
        return chemin;
    }

    private String ouvrir() throws IOException, InterruptedException {
        while (true) {
            try {
                return PiecesDuBanc.creer(connexion, seance, adresse, modele.length);
            } catch (ReponseDuServeur.Inattendue refus) {
                if (refus.reponse().statut() != TROP) {
                    throw refus;
                }
                attendre();
            }
        }
    }

    /** Comme la page après un refus passager. */
    private void attendre() throws IOException, InterruptedException {
        reprises++;
        connexion.close();
        Thread.sleep(1_000);
        connexion = new Connexion(port);
    }

    private boolean pris(String chemin, int debut, int longueur) throws IOException {
        var reponse = echanger(chemin, debut, longueur);
        if (reponse.isEmpty() || reponse.get().statut() == TROP) {
            return false;
        }
        reponse.get().attendue(204, "morceau d'un gros envoi");
        return true;
    }

    /** Vide si le serveur a fermé sans lire le morceau. */
    private Optional<ReponseDuServeur> echanger(String chemin, int debut, int longueur) throws IOException {
        connexion.commencer("PATCH", chemin, seance, PiecesDuBanc.morceau(debut), longueur);
        try {
            for (var bloc = debut; bloc < debut + longueur; bloc += BLOC) {
                var octets = bloc(bloc, debut + longueur);
                connexion.suite(octets, 0, octets.length);
            }
        } catch (IOException _) {
            return Optional.empty();
        }
        return Optional.of(connexion.finir());
    }

    /** Ni le premier ni le dernier ne sont marqués : ce sont ceux qui en font un PDF. */
    private byte[] bloc(int debut, int fin) {
        var octets = Arrays.copyOfRange(modele, debut, Math.min(debut + BLOC, fin));
        if (debut > 0 && debut + 2 * BLOC < modele.length) {
            System.arraycopy(marque, 0, octets, 0, marque.length);
        }
        return octets;
    }

    byte[] sha256() {
        return calcul.digest();
    }

    int reprises() {
        return reprises;
    }

    @Override
    public void close() throws IOException {
        connexion.close();
    }
}
