package fr.convergence.parcours;

import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;

/** Un guichet d'essai dont le formulaire pose, sur une page, une question de chaque type. */
final class TousLesTypes {

    private static final String SECRET_DE_L_OPERATRICE = "4MTAORYCJDP74TFFXBE4NRADYFPFNRHK";
    static final String TITRE = "Guichet de tous les types";

    private static final String FORMULAIRE = """
            formulaire: tous-les-types@1
            sections:
              - id: tous
                titre: Tous les types
                questions:
                  - {id: consigne, type: instructions, libelle: Consigne, texte: Une question de chaque type.}
                  - {id: region, type: fait, libelle: Région, fait: candidat.region}
                  - {id: texte, type: texte_court, libelle: Un texte court, obligatoire: true}
                  - {id: long, type: texte_long, libelle: Un texte long, obligatoire: true}
                  - {id: nombre, type: nombre, libelle: Un nombre, obligatoire: true}
                  - {id: montant, type: montant, libelle: Un montant, obligatoire: true}
                  - {id: jour, type: date, libelle: Une date, obligatoire: true}
                  - {id: courriel, type: courriel, libelle: Un courriel, obligatoire: true}
                  - {id: telephone, type: telephone, libelle: Un téléphone, obligatoire: true}
                  - {id: iban, type: iban, libelle: Un IBAN, obligatoire: true}
                  - {id: bic, type: bic, libelle: Un BIC, obligatoire: true}
                  - {id: siren, type: siren, libelle: Un SIREN, obligatoire: true}
                  - {id: siret, type: siret, libelle: Un SIRET, obligatoire: true}
                  - {id: atteste, type: attestation, libelle: Une attestation, texte: J'atteste., obligatoire: true}
                  - {id: accord, type: oui_non, libelle: Oui ou non, obligatoire: true}
                  - {id: pourquoi, type: texte_court, libelle: Dites pourquoi, si: accord, obligatoire: true}
                  - id: choix
                    type: choix
                    libelle: Un choix
                    choix: [{un: Le premier}, {deux: Le deuxième}, {trois: Le troisième}]
                    obligatoire: true
                  - id: plusieurs
                    type: choix_multiple
                    libelle: Plusieurs choix
                    choix: [{a: Celui-ci}, {b: Celui-là}, {c: Cet autre}]
                    obligatoire: true
                  - {id: personne, type: contact, libelle: Une personne, fonction: true, telephone: true, obligatoire: true}
                  - {id: lieu, type: adresse, libelle: Une adresse, obligatoire: true}
              - id: fichiers
                titre: Fichiers
                questions:
                  - {id: joindre, type: oui_non, libelle: Joindre une preuve ?, obligatoire: true}
                  - {id: preuve, type: piece, libelle: La preuve, formats: [pdf], nombre_max: 10, si: joindre, obligatoire: true}
            controles:
              - {si: "!meme_pays(bic, iban)", sur: bic, message: Le pays du BIC n'est pas celui de l'IBAN.}
            """;
    private static final String GUICHET = """
            guichet: ESSAI-TYPES
            titre: %s
            programme: Essai
            public: etablissements
            eligibles: [EJ_PRIVEE]
            etapes:
              - code: candidature
                titre: Saisie
                formulaire: tous-les-types@1
                fenetre: {candidature: J-1T09:00/J+5T23:59:59, premier_depot_avant: J+5T23:59:59}
                circuit: [ARS]
            """.formatted(TITRE);

    private static boolean publie;

    private TousLesTypes() {}

    /** Publié une fois par l'opératrice, de sa console, comme tout guichet. */
    static synchronized void publier() {
        if (publie) {
            return;
        }
        publie = true;
        publier(FORMULAIRE, "tous-les-types@1", GUICHET, "ESSAI-TYPES@1");
    }

    /** Un formulaire et le guichet qui l'emploie, publiés par l'opératrice. */
    static void publier(String formulaire, String nomDuFormulaire, String guichet, String nomDuGuichet) {
        try (var operatrice = Navigateur.ouvrir()) {
            Usagers.connecterEquipe(operatrice, "nadia.leroy", Candidatures.MOT_DE_PASSE, SECRET_DE_L_OPERATRICE);
            publier(operatrice, formulaire, nomDuFormulaire);
            publier(operatrice, guichet, nomDuGuichet);
        }
    }

    private static void publier(Navigateur operatrice, String definition, String nom) {
        operatrice.aller("/administration/definitions/nouvelle");
        operatrice.saisir("texte", definition);
        operatrice.cliquer("Vérifier et voir");
        operatrice.cliquer("Publier " + nom);
        operatrice.voir(nom + " est publiée.");
    }

    /** Le guichet paraît quand le site relit ceux qui sont en vigueur. */
    static String candidater(Navigateur chez, String etablissement) {
        return candidater(chez, TITRE, etablissement);
    }

    /** @param titre celui d'un guichet qui vient d'être publié */
    static String candidater(Navigateur chez, String titre, String etablissement) {
        chez.aller("/candidater");
        chez.page().waitForCondition(() -> {
            chez.page().reload();
            return chez.page()
                            .locator("select[name=guichet] option", new Page.LocatorOptions().setHasText(titre))
                            .count()
                    > 0;
        });
        return Candidatures.candidater(chez, titre, etablissement);
    }

    /** Ce qui se tape dans chaque champ, dans l'ordre de la page ; deux jeux, pour que rien ne soit deux fois pareil. */
    static Map<String, String> textes(int tour) {
        var pair = tour % 2 == 0;
        var textes = new LinkedHashMap<String, String>();
        textes.put("texte", "Direction n°" + tour);
        textes.put("long", "Premier paragraphe du tour " + tour);
        textes.put("nombre", String.valueOf(40 + tour));
        textes.put("montant", "39 38" + tour % 10);
        textes.put("jour", "0" + (1 + tour % 9) + "/03/2026");
        textes.put("courriel", "tour" + tour + "@clinique.example");
        textes.put("telephone", pair ? "0467000000" : "0611223344");
        textes.put("iban", pair ? "FR7630006000011234567890189" : "DE89370400440532013000");
        textes.put("bic", pair ? "AGRIFRPP" : "DEUTDEFF");
        textes.put("siren", pair ? "732829320" : "552100554");
        textes.put("siret", pair ? "73282932000074" : "55210055400013");
        textes.put("pourquoi", "Parce que " + tour);
        textes.put("personne.nom", pair ? "Martin" : "Jeanne");
        textes.put("personne.prenom", pair ? "Ève" : "Hélène");
        textes.put("personne.fonction", "Fonction " + tour);
        textes.put("personne.courriel", "personne" + tour + "@clinique.example");
        textes.put("personne.telephone", pair ? "0467000001" : "0611223345");
        textes.put("lieu.voie", tour + " rue des Lilas");
        textes.put("lieu.code_postal", "3400" + tour % 10);
        textes.put("lieu.commune", pair ? "Montpellier" : "Lattes");
        return textes;
    }

    /** La forme normale de ce qui se tape ainsi, telle qu'elle se garde. */
    static String garde(String champ, String tape) {
        return switch (champ) {
            case "montant" -> tape.replace(" ", "") + ".00";
            case "jour" -> tape.replaceAll("(..)/(..)/(....)", "$3-$2-$1");
            case "telephone", "personne.telephone" -> "+33" + tape.substring(1);
            default -> tape;
        };
    }
}
