package fr.convergence.portail.contact;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.tableaudebord.GuichetsDEssai;
import fr.convergence.portail.tableaudebord.UneReferente;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Les contacts montrés à côté du formulaire sont ceux qui viennent d'y être écrits (CTC-1). */
@TestDuPortail
@Tag("CTC-1")
final class CarteDesContactsTest {

    private static final String GUICHET = """
            guichet: CONTACTS-PLUS-TARD%s
            titre: Guichet des contacts
            programme: CaRE
            public: etablissements
            eligibles: [EJ_PRIVEE]
            %s
            etapes:
              - code: candidature
                titre: Formulaire de candidature
                formulaire: contacts-plus-tard@1
                fenetre: {candidature: J-1T09:00/J+10T23:59:59, premier_depot_avant: J+12T23:59:59}
                circuit: [ARS]
            """;

    @Autowired
    GuichetsPublies guichets;

    @Autowired
    UneReferente referente;

    @Autowired
    Requetes requetes;

    private Connecte claire;
    private String dossier = "";

    @BeforeEach
    void un_dossier_neuf() {
        claire = referente.connectee();
        dossier = "/dossiers/" + referente.candidate(GuichetsDEssai.OUVERT);
    }

    @Test
    void la_carte_et_la_fenetre_suivent_chaque_enregistrement() {
        var reponse = requetes.envoyer(
                claire,
                dossier + "/candidature/reponses/dsi",
                Map.of("r.dsi", "0", "dsi.civilite", "MADAME", "dsi.prenom", "Anne", "dsi.nom", "Durand"));

        assertThat(reponse)
                .bodyText()
                .containsPattern("<div id=\"contacts-carte\" hx-swap-oob=\"innerHTML\">[^µ]*Madame Anne Durand")
                .containsPattern("<div id=\"contacts-tableau\" hx-swap-oob=\"innerHTML\">[^µ]*<td[^>]*>Durand</td>");
        assertThat(requetes.lire(claire, dossier + "/candidature/engagement"))
                .bodyText()
                .contains("<div id=\"contacts-carte\">", "<div id=\"contacts-tableau\">");
        assertThat(requetes.envoyer(
                        claire, dossier + "/candidature/reponses/role", Map.of("r.role", "0", "role", "Directrice")))
                .bodyText()
                .doesNotContain("contacts-carte");
    }

    /** Le signataire du domaine 1 l'est devenu en cours de route : les dossiers déjà commencés y gagnent aussi. */
    @Test
    void une_version_du_guichet_qui_nomme_un_contact_de_plus_vaut_pour_les_dossiers_commences() {
        guichets.publierFormulaire("contacts-plus-tard.yaml", """
                formulaire: contacts-plus-tard@1
                sections:
                  - id: propos
                    titre: Vos réponses
                    questions:
                      - {id: signataire, libelle: Signataire, type: contact}
                """);
        guichets.publierGuichet("contacts-plus-tard-1.yaml", GUICHET.formatted("@1", ""));
        var commence = "/dossiers/" + referente.candidate("CONTACTS-PLUS-TARD") + "/contacts/signataire";
        assertThat(requetes.lire(claire, commence)).hasStatus(404);

        guichets.publierGuichet("contacts-plus-tard-2.yaml", GUICHET.formatted("@2", "contacts: [signataire]"));

        assertThat(requetes.lire(claire, commence)).hasStatusOk();
    }
}
