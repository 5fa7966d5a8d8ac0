package fr.convergence.demonstration.vie;

import fr.convergence.demonstration.vie.Deroulement.Remplissage;
import java.io.IOException;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Ce qu'un référent d'exemple répond : des personnes inventées, un compte qui n'existe pas, dont la clé est juste. */
final class ReponsesDExemple {

    private static final List<String> NOMS = List.of(
            "Lefèvre",
            "Nguyen",
            "Garnier",
            "Bakri",
            "O’Connell",
            "Le Goff",
            "D’Almeida",
            "Roussel",
            "Sow",
            "Perrin-Lagarde");
    private static final List<String> PRENOMS =
            List.of("Camille", "Hugo", "Anne-Lyse", "Samir", "Jeanne", "Yannick", "Inès", "Raphaël", "Awa", "Marius");
    private static final List<String> ROLES = List.of(
            "Directrice du système d’information",
            "Directeur adjoint chargé du numérique",
            "Responsable de la sécurité du système d’information",
            "Secrétaire générale");
    private static final List<String> PRECISIONS = List.of(
            "L’audit de notre annuaire est mutualisé avec les établissements voisins, qui partagent notre hébergement.",
            "Notre directrice générale prend ses fonctions le 1er du mois prochain : la convention est à adresser à son intérim.",
            "");

    private final Exemple exemple;

    ReponsesDExemple(Exemple exemple) {
        this.exemple = exemple;
    }

    Map<String, String> a(Remplissage remplissage) {
        var reponses = new LinkedHashMap<String, String>();
        reponses.put("engagement", "on");
        reponses.put("role", parmi(ROLES, 0));
        if (remplissage == Remplissage.DEBUT) {
            return reponses;
        }
        reponses.put("engagement_contact", "on");
        personne(reponses, "dsi", 1);
        personne(reponses, "rssi", 2);
        if (remplissage == Remplissage.MOITIE) {
            return reponses;
        }
        adresse(reponses);
        for (var prerequis :
                List.of("prerequis_ps11", "prerequis_ps12", "prerequis_p1", "prerequis_p2", "prerequis_entites")) {
            reponses.put(prerequis, "valide");
        }
        personne(reponses, "signataire", 3);
        reponses.put("signataire.fonction", "Direction générale");
        reponses.put("signataire.telephone", "06 12 34 %02d %02d".formatted(exemple.rang() + 10, exemple.rang() + 40));
        reponses.put("iban", iban());
        reponses.put("bic", "AGRIFRPPXXX");
        reponses.put("precisions", parmi(PRECISIONS, 0));
        return reponses;
    }

    /** Ce qu'il change quand on le lui demande. */
    Map<String, String> corrigees() {
        return Map.of(
                "role",
                parmi(ROLES, 1) + ", délégation du 3 novembre jointe au dossier papier",
                "precisions",
                "Comme demandé, la fonction qui nous permet de déposer cette candidature est précisée ci-dessus.");
    }

    /** Les fichiers du domaine, par question. */
    Map<String, byte[]> pieces() throws IOException {
        var pieces = new LinkedHashMap<String, byte[]>();
        pieces.put(
                "rib",
                Justificatif.pdf(
                        "Relevé d’identité bancaire",
                        List.of(
                                "Titulaire : " + exemple.nom(),
                                exemple.commune(),
                                "IBAN : " + iban(),
                                "BIC : AGRIFRPPXXX")));
        for (var preuve : List.of("preuve_p1", "preuve_p2", "preuve_entites")) {
            pieces.put(
                    preuve,
                    Justificatif.pdf(
                            "Note de la direction",
                            List.of(
                                    exemple.nom(),
                                    exemple.commune(),
                                    "La politique de sécurité est approuvée et révisée chaque année.",
                                    "Une cellule de continuité réunit les directions le premier lundi du mois.")));
        }
        return pieces;
    }

    /** « rib-clinique-du-canal-neuf.pdf ». */
    String nomDuFichier(String question) {
        return question.replace('_', '-') + "-" + sansAccents(exemple.nom()).replaceAll("[^a-z0-9]+", "-") + ".pdf";
    }

    private void personne(Map<String, String> reponses, String question, int decalage) {
        var rang = (exemple.rang() + decalage * 3) % PRENOMS.size();
        var prenom = PRENOMS.get(rang);
        var nom = parmi(NOMS, decalage * 7);
        reponses.put(question + ".civilite", rang % 2 == 0 ? "MADAME" : "MONSIEUR");
        reponses.put(question + ".nom", nom);
        reponses.put(question + ".prenom", prenom);
        reponses.put(
                question + ".courriel",
                sansAccents(prenom + "." + nom).replaceAll("[^a-z.-]", "") + "@etablissement.example");
    }

    private void adresse(Map<String, String> reponses) {
        reponses.put("adresse.voie", (exemple.rang() + 1) + " rue des Acacias");
        reponses.put("adresse.code_postal", exemple.commune().substring(0, 5));
        reponses.put("adresse.commune", exemple.commune().substring(6));
    }

    private String parmi(List<String> choix, int decalage) {
        return choix.get((exemple.rang() + decalage) % choix.size());
    }

    /** Clé du RIB puis clé de l'IBAN (ISO 13616), sur un numéro de compte fait du rang. */
    private String iban() {
        var compte = "%011d".formatted(12_345_678_900L + exemple.rang());
        var cle = 97 - (89 * 30_006L + 15 * 1L + 3 * Long.parseLong(compte)) % 97;
        var rib = "30006" + "00001" + compte + "%02d".formatted(cle);
        var controle = new BigInteger(rib + "152700").mod(BigInteger.valueOf(97)); // F = 15, R = 27
        return "FR%02d%s".formatted(98 - controle.intValue(), rib);
    }

    private static String sansAccents(String texte) {
        return Normalizer.normalize(texte, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
