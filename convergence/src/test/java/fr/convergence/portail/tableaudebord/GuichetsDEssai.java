package fr.convergence.portail.tableaudebord;

import fr.convergence.portail.guichet.GuichetsPublies;

/** Un guichet ouvert à deux étapes, un à venir, un clos, un réservé aux GHT. */
public final class GuichetsDEssai {

    public static final String OUVERT = "ESSAI-OUVERT";
    static final String FUTUR = "ESSAI-FUTUR";
    static final String CLOS = "ESSAI-CLOS";
    static final String AUX_GHT = "ESSAI-GHT";

    private static final String FORMULAIRE = """
            formulaire: essai-bord@1
            sections:
              - id: engagement
                titre: Votre engagement
                questions:
                  - {id: role, libelle: Votre rôle, type: texte_court, obligatoire: true}
                  - {id: dsi, libelle: DSI, type: contact, obligatoire: true}
                  - {id: rssi, libelle: RSSI, type: contact, obligatoire: true}
            """;
    private static final String GUICHET = """
            guichet: %s
            titre: Domaine %s
            programme: CaRE
            public: etablissements
            eligibles: [%s]
            contacts: [dsi, rssi]
            etapes:
              - code: %s
                titre: Formulaire de candidature
                formulaire: essai-bord@1
                fenetre: {candidature: %s, premier_depot_avant: %s}
                circuit: [ARS]
              - code: declaration
                titre: Déclaration d'atteinte des objectifs
                fenetre: {du: J+30T09:00, au: J+90T23:59:59}
                ouverte_si: etape.%s.acceptee
                circuit: [ARS, ANS]
            """;

    private GuichetsDEssai() {}

    public static void publier(GuichetsPublies guichets) {
        guichets.publierFormulaire("essai-bord.yaml", FORMULAIRE);
        publier(guichets, OUVERT, "EJ_PRIVEE", "J-1T09:00/J+10T23:59:59", "J+12T23:59:59");
        publier(guichets, FUTUR, "EJ_PRIVEE", "J+5T09:00/J+10T23:59:59", "J+12T23:59:59");
        publier(guichets, CLOS, "EJ_PRIVEE", "J-9T09:00/J-1T23:59:59", "J+12T23:59:59");
        publier(guichets, AUX_GHT, "GHT", "J-1T09:00/J+10T23:59:59", "J+12T23:59:59");
    }

    private static void publier(GuichetsPublies guichets, String code, String eligibles, String plage, String limite) {
        publier(guichets, code, "candidature", eligibles, plage, limite);
    }

    /** @param code avec sa version s'il en est une seconde : « ESSAI-VIE@2 » */
    static void publier(
            GuichetsPublies guichets, String code, String etape, String eligibles, String plage, String limite) {
        guichets.publierGuichet(
                code + ".yaml", GUICHET.formatted(code, code.substring(6), eligibles, etape, plage, limite, etape));
    }
}
