package fr.convergence.portail.etape;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.tableaudebord.UneReferente;
import java.io.UnsupportedEncodingException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Une réponse qu'aucun champ ne propose ne remplace pas celle qui y était, et se dit à côté de son champ (DOS-4). */
@TestDuPortail
@Tag("DOS-4")
final class ChoixEtrangersTest {

    private static final String FORMULAIRE = """
            formulaire: essai-choix@1
            sections:
              - id: choix
                titre: Vos choix
                questions:
                  - {id: engage, libelle: Engagement, type: attestation, texte: "J'atteste", obligatoire: true}
                  - {id: groupe, libelle: Un groupe ?, type: oui_non, obligatoire: true}
                  - {id: taille, libelle: Taille, type: choix, choix: [petite, grande], obligatoire: true}
                  - {id: outils, libelle: Outils, type: choix_multiple, choix: [pare_feu, sonde], obligatoire: true}
                  - {id: dsi, libelle: DSI, type: contact, obligatoire: true}
            """;
    private static final String GUICHET = """
            guichet: ESSAI-CHOIX
            titre: Guichet des choix
            programme: CaRE
            public: etablissements
            eligibles: [EJ_PRIVEE]
            contacts: [dsi]
            etapes:
              - code: candidature
                titre: Formulaire de candidature
                formulaire: essai-choix@1
                fenetre: {candidature: J-1T09:00/J+5T23:59:59, premier_depot_avant: J+5T23:59:59}
                circuit: [ARS]
            """;

    private static final String DIT = "Cette réponse n’est pas de celles que la page propose";

    @Autowired
    UneReferente referente;

    @Autowired
    Requetes requetes;

    @Autowired
    GuichetsPublies guichets;

    private Connecte claire;
    private String etape = "";

    @BeforeEach
    void un_dossier_rempli() {
        guichets.publierFormulaire("essai-choix.yaml", FORMULAIRE);
        guichets.publierGuichet("essai-choix-guichet.yaml", GUICHET);
        claire = referente.connectee();
        etape = "/dossiers/" + referente.candidate("ESSAI-CHOIX") + "/candidature";
        assertThat(seule("engage", 0, "engage", "oui")).hasStatusOk();
        assertThat(seule("groupe", 0, "groupe", "oui")).hasStatusOk();
        assertThat(seule("taille", 0, "taille", "grande")).hasStatusOk();
        assertThat(seule("outils", 0, "outils", "sonde")).hasStatusOk();
        assertThat(seule("dsi", 0, "dsi.civilite", "MADAME", "dsi.nom", "Durand", "dsi.prenom", "Anne"))
                .hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource({
        "engage, engage, zut, input[name=engage][value=oui][checked]",
        "groupe, groupe, peut-etre, input[name=groupe][value=oui][checked]",
        "taille, taille, enorme, input[name=taille][value=grande][checked]",
        "outils, outils, canon, input[name=outils][value=sonde][checked]"
    })
    void elle_ne_remplace_rien(String question, String champ, String forgee, String garde) throws Exception {
        var reponse = seule(question, 1, champ, forgee);

        assertThat(reponse).hasStatus(422);
        assertThat(page(reponse).select("#question-" + question).text()).contains(DIT);
        assertThat(lue().select(garde)).hasSize(1);
        assertThat(lue().text()).as("rien n'en reste").doesNotContain(DIT);

        var entiere =
                requetes.envoyer(claire, etape + "/choix", "r." + question, "1", champ, forgee, "suite", "suivant");
        assertThat(entiere).hasStatus(422);
        assertThat(page(entiere).select("#question-" + question).text()).contains(DIT);
        assertThat(page(entiere).select(".fr-alert a[href=#" + question + "]"))
                .as("le résumé y mène")
                .hasSize(1);
        assertThat(lue().select(garde)).hasSize(1);
    }

    @Test
    void le_reste_d_un_bloc_s_enregistre() throws Exception {
        var reponse = seule("dsi", 1, "dsi.civilite", "ROI", "dsi.nom", "Martin", "dsi.prenom", "Anne");

        assertThat(reponse).hasStatus(422);
        assertThat(page(reponse).select("#question-dsi").text()).contains(DIT);
        assertThat(lue().select("input[name=dsi.civilite][value=MADAME][checked]"))
                .hasSize(1);
        assertThat(lue().select("input[name=dsi.nom]").val()).isEqualTo("Martin");
    }

    @Test
    void sans_reponse_d_avant_il_n_y_en_a_toujours_pas() throws Exception {
        seule("taille", 1, "taille", "");

        assertThat(seule("taille", 2, "taille", "enorme")).hasStatus(422);

        assertThat(lue().select("input[name=taille][checked]")).isEmpty();
        assertThat(lue().select("#completude a[href$=#taille]")).hasSize(1);
    }

    private Document lue() throws UnsupportedEncodingException {
        return page(requetes.lire(claire, etape + "/choix"));
    }

    private static Document page(MvcTestResult reponse) throws UnsupportedEncodingException {
        return Jsoup.parse(reponse.getResponse().getContentAsString());
    }

    private MvcTestResult seule(String question, int revision, String... champs) {
        Map<String, String> envoi = new LinkedHashMap<>(Map.of("r." + question, String.valueOf(revision)));
        for (var i = 0; i < champs.length; i += 2) {
            envoi.put(champs[i], champs[i + 1]);
        }
        return requetes.envoyer(claire, etape + "/reponses/" + question, envoi);
    }
}
