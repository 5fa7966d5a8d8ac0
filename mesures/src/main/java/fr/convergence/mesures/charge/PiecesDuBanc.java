package fr.convergence.mesures.charge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Des fichiers à déposer, et leur envoi par tus, tel que le fait la page. */
public final class PiecesDuBanc {

    /** Le morceau d'apparence/src/envoi.js. */
    static final int MORCEAU = 8 * 1024 * 1024;

    private static final String TUS = "1.0.0";

    private PiecesDuBanc() {}

    /** Un PDF d'une page, de cette taille ; son contenu ne se comprime pas. */
    public static byte[] pdf(int taille) {
        var debut = new StringBuilder("%PDF-1.7\n");
        var adresses = new StringBuilder("xref\n0 5\n0000000000 65535 f \n");
        for (var objet : List.of(
                "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n",
                "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n",
                "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>\nendobj\n",
                "4 0 obj\n<</Length %010d>>\nstream\n")) {
            adresses.append("%010d 00000 n \n".formatted(debut.length()));
            debut.append(objet);
        }
        var fin = "\nendstream\nendobj\n";
        var table = adresses + "trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n%010d\n%%%%EOF\n";
        var tete = debut.length() - "%010d".length() + "0000000000".length();
        var contenu = taille - tete - fin.length() - table.formatted(0).length();
        var octets = new byte[taille];
        new Random(taille).nextBytes(octets);
        for (var i = 0; i < taille; i++) {
            octets[i] = (byte) ('a' + (octets[i] & 15));
        }
        poser(octets, 0, "%PDF-1.7\n" + debut.substring(9).formatted(contenu));
        poser(octets, tete + contenu, fin + table.formatted(tete + contenu + fin.length()));
        return octets;
    }

    private static void poser(byte[] octets, int ou, String texte) {
        var copie = texte.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(copie, 0, octets, ou, copie.length);
    }

    public static void deposer(Connexion connexion, Seance seance, String adresse, byte[] fichier) throws IOException {
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
