package fr.convergence.mesures.charge;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Ce qu'un référent répond aux formulaires livrés, question par question, par les requêtes que fait la page. */
public final class Remplissage {

    /** Les domaines 1 et 2 du programme CaRE. */
    static final List<String> GUICHETS = List.of("CARE-D1", "CARE-D2");

    private static final String CONTACT =
            "civilite=MADAME|nom=Lefèvre|prenom=Camille|courriel=camille.lefevre@etablissement.example";
    private static final int PETITE_PIECE = 40_000;

    private static final List<String> COMMUNES = List.of(
            "engagement:=on",
            "role:=Directrice adjointe chargée du système d'information",
            "engagement_contact:=on",
            "dsi:" + CONTACT,
            "rssi:" + CONTACT,
            "signataire:" + CONTACT + "|fonction=Directrice générale|telephone=06 12 34 56 78",
            "iban:=FR76 3000 6000 0112 3456 7890 189",
            "bic:=AGRIFRPPXXX",
            "precisions:=Nous avons mutualisé notre réponse avec les établissements voisins, qui partagent notre"
                    + " hébergement et notre équipe d'exploitation depuis 2023.");

    private static final Map<String, List<String>> PROPRES = Map.of(
            "CARE-D1",
            List.of("prerequis_ps11:=valide", "prerequis_ps12:=valide"),
            "CARE-D2",
            List.of(
                    "adresse:voie=12 rue des Acacias|code_postal=34000|commune=Montpellier",
                    "prerequis_p1:=valide",
                    "prerequis_p2:=valide",
                    "prerequis_entites:=valide"));

    private static final Map<String, List<String>> PIECES =
            Map.of("CARE-D1", List.of("rib"), "CARE-D2", List.of("preuve_p1", "preuve_p2", "preuve_entites", "rib"));

    private Remplissage() {}

    /** @param adresse « /dossiers/{référence}/candidature » */
    static void donner(Connexion connexion, Seance seance, String adresse, String guichet) throws IOException {
        for (var reponse : COMMUNES) {
            donnerUne(connexion, seance, adresse, reponse);
        }
        for (var reponse : requireNonNull(PROPRES.get(guichet))) {
            donnerUne(connexion, seance, adresse, reponse);
        }
        for (var question : requireNonNull(PIECES.get(guichet))) {
            PiecesDuBanc.deposer(
                    connexion, seance, adresse + "/televersements/" + question, PiecesDuBanc.pdf(PETITE_PIECE));
        }
    }

    public static String corps(String question, int revision, String valeur) {
        return "r." + question + "=" + revision + "&" + question + "="
                + URLEncoder.encode(valeur, StandardCharsets.UTF_8);
    }

    private static void donnerUne(Connexion connexion, Seance seance, String adresse, String reponse)
            throws IOException {
        var question = reponse.substring(0, reponse.indexOf(':'));
        var corps = Arrays.stream(reponse.substring(question.length() + 1).split("\\|"))
                .map(partie -> partie.split("=", 2))
                .map(partie -> question + (partie[0].isEmpty() ? "" : "." + partie[0]) + "="
                        + URLEncoder.encode(partie[1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "r." + question + "=0&", ""));
        connexion
                .poster(adresse + "/reponses/" + question, seance, corps)
                .attendue(200, "réponse à « " + question + " »");
    }
}
