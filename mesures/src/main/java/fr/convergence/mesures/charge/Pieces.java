package fr.convergence.mesures.charge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Random;

/** Des fichiers à déposer, et leur envoi par tus, tel que le fait la page. */
final class Pieces {

    /** Le morceau d'apparence/src/envoi.js. */
    static final int MORCEAU = 8 * 1024 * 1024;

    private static final String TUS = "1.0.0";

    private Pieces() {}

    /** Un PDF de cette taille ; son contenu ne se comprime pas. */
    static byte[] pdf(int taille) {
        var octets = new byte[taille];
        new Random(taille).nextBytes(octets);
        for (var i = 0; i < taille; i++) {
            octets[i] = (byte) ('a' + (octets[i] & 15));
        }
        var debut = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        var fin = "\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(debut, 0, octets, 0, debut.length);
        System.arraycopy(fin, 0, octets, taille - fin.length, fin.length);
        return octets;
    }

    static void deposer(Connexion connexion, Seance seance, String adresse, byte[] fichier) throws IOException {
        var envoi = creer(connexion, seance, adresse, fichier.length);
        for (var debut = 0; debut < fichier.length; debut += MORCEAU) {
            var longueur = Math.min(MORCEAU, fichier.length - debut);
            var reponse = connexion
                    .echanger("PATCH", envoi, seance, morceau(debut), fichier, debut, longueur)
                    .attendue(204, "morceau d'un envoi");
            if (!reponse.entete("upload-offset").equals(String.valueOf(debut + longueur))) {
                throw reponse.inattendue("morceau d'un envoi");
            }
        }
    }

    /** Ouvre un envoi ; rend son adresse. */
    static String creer(Connexion connexion, Seance seance, String adresse, int taille) throws IOException {
        var nom = Base64.getEncoder().encodeToString("preuve.pdf".getBytes(StandardCharsets.UTF_8));
        var entetes = Map.of(
                "Tus-Resumable", TUS, "Upload-Length", String.valueOf(taille), "Upload-Metadata", "filename " + nom);
        return connexion
                .echanger("POST", adresse, seance, entetes, new byte[0], 0, 0)
                .attendue(201, "ouverture d'un envoi")
                .entete("location");
    }

    static Map<String, String> morceau(int debut) {
        return Map.of(
                "Tus-Resumable",
                TUS,
                "Upload-Offset",
                String.valueOf(debut),
                "Content-Type",
                "application/offset+octet-stream");
    }
}
