package fr.convergence.portail.accueil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.TestDuPortail;
import java.io.UnsupportedEncodingException;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@TestDuPortail
final class PagesPubliquesTest {

    @Autowired
    MockMvcTester web;

    @Autowired
    TextesDAccueil textes;

    @Autowired
    CalendrierDesGuichets calendrier;

    @Test
    void l_accueil_s_adresse_aux_trois_publics_dans_leurs_mots() throws Exception {
        var page = Jsoup.parse(corps("/"));

        assertThat(page.select("h1").text())
                .isEqualTo("Convergence : Une plateforme nationale pour accompagner les acteurs de la e-santé à se"
                        + " conformer à la réglementation et à accélérer leur développement");
        assertThat(page.select("section h2").eachText())
                .containsSubsequence(
                        "Vous êtes un établissement de santé ou un établissement social ou médico-social ?",
                        "Vous êtes une Entreprise du Numérique en Santé ?",
                        "Vous êtes une ARS ou un GRADeS ?");
        assertThat(page.select("#etablissement ~ ul a").eachAttr("href")).containsExactly("/connexion", "/inscription");
    }

    @Test
    void l_accueil_dit_les_guichets_d_apres_leur_calendrier() throws Exception {
        var page = Jsoup.parse(corps("/"));
        var attendus = calendrier.guichets();

        assertThat(page.select("#guichets ~ table tbody th").eachText())
                .isEqualTo(attendus.stream().map(GuichetAuCalendrier::titre).toList());
        assertThat(attendus).extracting(GuichetAuCalendrier::etat).isSorted();
    }

    @Test
    void l_operateur_change_un_texte_de_l_accueil_sans_pouvoir_y_glisser_de_script() throws Exception {
        textes.ecrire(Public.REGION, "Un **texte** neuf <script>alert(1)</script> [ici](javascript:alert(2))");
        try {
            var page = Jsoup.parse(corps("/"));

            assertThat(page.select("#region ~ .cv-volet__texte").html())
                    .contains("<strong>texte</strong>")
                    .doesNotContain("<script")
                    .doesNotContain("javascript:");
        } finally {
            textes.ecrire(Public.REGION, "Votre texte.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/aide",
                "/aide/inscription",
                "/aide/connexion",
                "/aide/candidature",
                "/aide/instruction",
                "/mentions-legales",
                "/donnees-personnelles",
                "/accessibilite",
                "/contact",
                "/plan-du-site",
                "/inscription/entreprise",
                "/inscription/region",
                "/connexion/entreprise"
            })
    void une_page_publique_a_un_titre_et_tous_ses_textes(String chemin) throws Exception {
        var page = Jsoup.parse(corps(chemin));

        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("h1").text()).isNotBlank();
        assertThat(page.text()).doesNotContain("⟦").doesNotContain("{{");
        assertThat(page.select("footer a[href=/accessibilite]")).isNotEmpty();
    }

    @Test
    void un_guide_inconnu_est_introuvable() {
        assertThat(web.get().uri("/aide/autre")).hasStatus(404).bodyText().contains("Page introuvable");
    }

    @ParameterizedTest
    @CsvSource({"GET,/inconnue,404,Page introuvable", "DELETE,/aide,405,Action impossible", "GET,/error,404,introuvable"
    })
    void une_erreur_est_dite_en_francais_dans_l_habit_du_site(String verbe, String chemin, int statut, String mots)
            throws Exception {
        var reponse = web.method(org.springframework.http.HttpMethod.valueOf(verbe))
                .uri(chemin)
                .with(csrf())
                .exchange();

        assertThat(reponse).hasStatus(statut).bodyText().contains(mots, "Aide", "Mentions légales");
        sansAnglaisNiTrace(reponse.getResponse().getContentAsString());
    }

    @Test
    void un_formulaire_sans_jeton_mene_a_la_page_expiree() throws Exception {
        var reponse = web.post()
                .uri("/inscription/informations")
                .header("Referer", "http://localhost/inscription/informations?x=1")
                .exchange();

        assertThat(reponse).hasStatus(403).bodyText().contains("Votre page a expiré");
        assertThat(Jsoup.parse(reponse.getResponse().getContentAsString())
                        .select("#contenu .fr-btns-group a")
                        .eachAttr("href"))
                .isEqualTo(List.of("/inscription/informations?x=1", "/"));
    }

    @Test
    void la_page_expiree_ne_renvoie_jamais_vers_un_autre_site() throws Exception {
        for (var referent :
                List.of("https://ailleurs.example/x", "http://localhost//ailleurs.example", "::", "http:x")) {
            var reponse = web.post().uri("/contact").header("Referer", referent).exchange();

            assertThat(Jsoup.parse(reponse.getResponse().getContentAsString())
                            .select("#contenu .fr-btns-group a")
                            .eachAttr("href"))
                    .containsExactly("/");
        }
    }

    private String corps(String chemin) throws UnsupportedEncodingException {
        var reponse = web.get().uri(chemin).exchange();
        assertThat(reponse).hasStatusOk();
        return reponse.getResponse().getContentAsString();
    }

    private static void sansAnglaisNiTrace(String corps) {
        assertThat(corps).doesNotContainIgnoringCase("exception", "not found", "stack", "org.springframework");
    }
}
