package fr.convergence.portail.etape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Role;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.page.Cadre;
import fr.convergence.socle.page.Formats;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Remplir une étape et l'enregistrer au fil de l'eau (DOS-4, DOS-6). */
@TestDuPortail
@Tag("DOS-2")
@Tag("DOS-4")
@Tag("DOS-5")
@Tag("DOS-6")
@Tag("FRM-4")
final class CandidatureTest {

    @Autowired
    MockMvcTester web;

    @Autowired
    Requetes requetes;

    @Autowired
    UneSaisie saisie;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    JdbcClient base;

    @Test
    void une_reponse_s_enregistre_seule_et_la_completude_suit() {
        var resultat = saisie.enregistrer("role", "0", "role", "Directrice");

        assertThat(resultat).hasStatusOk().hasHeader("X-Enregistre-A", Formats.heure(horloge.instant()));
        assertThat(resultat).bodyText().contains("value=\"Directrice\"", "1/3");
        assertThat(resultat)
                .bodyText()
                .as("la liste des sections et la barre du téléphone suivent aussi")
                .containsPattern(
                        "<span id=\"etat-engagement\" hx-swap-oob=\"innerHTML\">\\s*<span[^>]*>En cours</span>")
                .contains("<span id=\"lateral-bouton\" hx-swap-oob=\"innerHTML\">");
    }

    @Test
    void une_reponse_qui_en_fait_paraitre_une_autre_rend_la_section_entiere() {
        var resultat = saisie.enregistrer("groupe", "0", "groupe", "oui");

        assertThat(resultat).hasStatusOk().hasHeader("HX-Retarget", "#section-engagement");
        assertThat(resultat).bodyText().contains("Nom du groupe");
    }

    @Test
    void une_valeur_fausse_est_gardee_et_dite_fausse() {
        assertThat(saisie.enregistrer("iban", "0", "iban", "FR76 0000")).hasStatus(422);

        assertThat(saisie.page("/banque")).bodyText().contains("FR76 0000", "fr-message--error");
    }

    @Test
    void corriger_une_reponse_efface_l_erreur_qu_elle_causait_a_une_autre() {
        saisie.enregistrer("iban", "0", "iban", "FR76 3000 6000 0112 3456 7890 189");
        assertThat(saisie.enregistrer("bic", "0", "bic", "DEUTDEFF")).bodyText().contains("Le pays du BIC");

        var corrigee = saisie.enregistrer("iban", "1", "iban", "DE89 3704 0044 0532 0130 00");

        var bic = Jsoup.parse(texte(corrigee)).selectFirst("#question-bic[hx-swap-oob=saisie]");
        assertThat(bic).as("la question du BIC revient avec celle de l'IBAN").isNotNull();
        assertThat(bic.text()).doesNotContain("Le pays du BIC");
        assertThat(bic.select("input[name=bic]").val()).isEqualTo("DEUTDEFF");

        var defaite = saisie.enregistrer("iban", "2", "iban", "FR76 3000 6000 0112 3456 7890 189");
        assertThat(Jsoup.parse(texte(defaite)).select("#question-bic").text()).contains("Le pays du BIC");
        assertThat(Jsoup.parse(texte(saisie.enregistrer("iban", "3", "iban", "FR76 3000 6000 0112 3456 7890 189")))
                        .select("#question-bic"))
                .as("rien n'a changé pour le BIC")
                .isEmpty();
    }

    @Test
    void deux_onglets_ne_s_ecrasent_pas() {
        saisie.enregistrer("role", "0", "role", "Directrice");

        var second = saisie.enregistrer("role", "0", "role", "DSI");

        assertThat(second).hasStatus(409);
        assertThat(second).bodyText().contains("value=\"DSI\"", "Directrice");
        assertThat(saisie.page("/engagement")).bodyText().contains("value=\"Directrice\"");
        assertThat(saisie.enregistrer("role", "1", "role", "DSI")).hasStatusOk();
    }

    @Test
    void de_vingt_reponses_envoyees_ensemble_une_seule_s_ecrit() throws Exception {
        Callable<Integer> envoi = () -> saisie.enregistrer("role", "0", "role", "Directrice")
                .getResponse()
                .getStatus();
        Callable<Integer> autre = () ->
                saisie.enregistrer("role", "0", "role", "DSI").getResponse().getStatus();

        List<Integer> etats;
        try (var fils = Executors.newFixedThreadPool(8)) {
            etats =
                    fils
                            .invokeAll(Stream.generate(() -> List.of(envoi, autre))
                                    .limit(10)
                                    .flatMap(List::stream)
                                    .toList())
                            .stream()
                            .map(Future::resultNow)
                            .toList();
        }

        assertThat(etats).containsOnly(200, 409).contains(409);
        assertThat(saisie.enregistrer("role", "1", "role", "DSI adjoint"))
                .as("une seule révision s'est écrite")
                .hasStatusOk();
    }

    @Test
    void sans_javascript_la_section_s_enregistre_d_un_bouton() {
        var resultat = web.post()
                .uri(saisie.adresse("/engagement"))
                .param("r.role", "0")
                .param("role", "Directrice")
                .param("r.groupe", "0")
                .param("groupe", "non")
                .param("suite", "suivant")
                .with(requetes.par(saisie.claire))
                .with(csrf())
                .exchange();

        assertThat(resultat).hasStatus(303).hasHeader("Location", saisie.adresse("/banque"));
        assertThat(saisie.page("/engagement")).bodyText().contains("value=\"Directrice\"");
    }

    @Test
    void sans_javascript_deux_onglets_ne_s_ecrasent_pas() {
        saisie.enregistrer("role", "0", "role", "Directrice");

        var second = section("r.role", "0", "role", "DSI");

        assertThat(second).hasStatus(422);
        assertThat(second)
                .bodyText()
                .contains("value=\"DSI\"", "Directrice", "name=\"r.role\" value=\"0\"")
                .contains("name=\"remplacer.role\" value=\"1\"", "name=\"garder.role\" value=\"1\"");
        assertThat(section("r.role", "0", "role", "DSI", "suite", "suivant"))
                .as("« Suivant » ne décide rien")
                .hasStatus(422);
        assertThat(saisie.page("/engagement")).bodyText().contains("value=\"Directrice\"");
        assertThat(section("r.role", "0", "role", "DSI", "garder.role", "1")).hasStatus(303);
        assertThat(saisie.page("/engagement")).bodyText().contains("value=\"Directrice\"");
        assertThat(section("r.role", "0", "role", "DSI", "remplacer.role", "1")).hasStatus(303);
        assertThat(saisie.page("/engagement")).bodyText().contains("value=\"DSI\"");
    }

    @Test
    void garder_la_sienne_ne_remplace_que_la_reponse_que_l_on_a_vue() {
        saisie.enregistrer("role", "0", "role", "Directrice");
        saisie.enregistrer("role", "1", "role", "Directeur");

        var tardive = requetes.envoyer(
                saisie.claire, saisie.adresse("/reponses/role"), "r.role", "0", "role", "DSI", "remplacer.role", "1");

        assertThat(tardive).hasStatus(409);
        assertThat(tardive).bodyText().contains("Directeur", "name=\"remplacer.role\" value=\"2\"");
    }

    @Test
    void une_page_qui_enregistre_deux_fois_de_suite_n_est_pas_en_conflit_avec_elle_meme() {
        var adresse = saisie.adresse("/reponses/role");
        var page = UUID.randomUUID().toString();
        requetes.envoyer(saisie.claire, adresse, "r.role", "0", "role", "Directrice", Cadre.CLE_D_ENVOI, page);

        assertThat(requetes.envoyer(saisie.claire, adresse, "r.role", "0", "role", "DSI", Cadre.CLE_D_ENVOI, page))
                .as("la première réponse du serveur s'est perdue")
                .hasStatusOk();
        assertThat(requetes.envoyer(saisie.claire, adresse, "r.role", "0", "role", "RSSI"))
                .hasStatus(409);
    }

    @Test
    void une_page_depassee_ou_rien_n_est_touche_n_ecrase_ni_ne_conteste_rien() {
        saisie.enregistrer("role", "0", "role", "Directrice");
        saisie.enregistrer("role", "1", "role", "DSI");

        assertThat(section("r.role", "1", "role", "Directrice", "suite", "suivant"))
                .hasStatus(303);
        assertThat(section("r.role", "0", "role", "", "suite", "suivant")).hasStatus(303);
        assertThat(saisie.page("/engagement")).bodyText().contains("value=\"DSI\"");
    }

    @Test
    void sans_javascript_une_question_que_la_page_n_avait_pas_se_montre_avant_la_section_suivante() {
        var premiere = section("r.role", "0", "role", "DSI", "r.groupe", "0", "groupe", "oui", "suite", "suivant");
        assertThat(premiere)
                .hasStatus(303)
                .hasHeader("Location", saisie.adresse("/engagement") + "#question-nom_groupe");
        assertThat(section(
                        "r.role",
                        "1",
                        "role",
                        "DSI",
                        "r.groupe",
                        "1",
                        "groupe",
                        "oui",
                        "r.nom_groupe",
                        "0",
                        "suite",
                        "suivant"))
                .as("vue, elle peut attendre")
                .hasHeader("Location", saisie.adresse("/groupement"));
    }

    @Test
    void une_question_inconnue_ne_s_ecrit_pas() {
        assertThat(saisie.enregistrer("inconnue", "0", "inconnue", "x")).hasStatus(404);
    }

    @Test
    void un_autre_referent_ne_voit_rien() {
        var autre = UneSaisie.connecte(Role.REFERENT, null);

        assertThat(web.get().uri(saisie.adresse("/engagement")).with(requetes.par(autre)))
                .hasStatus(404);
        assertThat(web.post()
                        .uri(saisie.adresse("/reponses/role"))
                        .param("role", "x")
                        .with(requetes.par(autre))
                        .with(csrf()))
                .hasStatus(404);
        assertThat(saisie.transmettre(autre, UUID.randomUUID())).hasStatus(404);
    }

    @Test
    void un_verificateur_n_entre_pas_dans_la_saisie() {
        var resultat = web.get()
                .uri(saisie.adresse("/engagement"))
                .with(requetes.par(UneSaisie.connecte(Role.ARS, "76")))
                .exchange();

        assertThat(resultat.getResponse().getStatus()).isIn(403, 404);
    }

    @Test
    void sans_jeton_rien_ne_s_ecrit() {
        assertThat(web.post()
                        .uri(saisie.adresse("/reponses/role"))
                        .param("role", "x")
                        .with(requetes.par(saisie.claire)))
                .hasStatus(403);
    }

    private static String texte(MvcTestResult resultat) {
        return new String(resultat.getResponse().getContentAsByteArray(), UTF_8);
    }

    private MvcTestResult section(String... champs) {
        var envoi = web.post()
                .uri(saisie.adresse("/engagement"))
                .with(requetes.par(saisie.claire))
                .with(csrf());
        for (var i = 0; i < champs.length; i += 2) {
            envoi = envoi.param(champs[i], champs[i + 1]);
        }
        return envoi.exchange();
    }
}
