package fr.convergence.portail.accueil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.tableaudebord.GuichetsDEssai;
import fr.convergence.socle.base.Uuid;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@TestDuPortail
@Tag("ACC-1")
@Tag("ACC-2")
@Tag("ACC-3")
final class PagesPubliquesTest {

    @Autowired
    MockMvcTester web;

    @Autowired
    TextesDAccueil textes;

    @Autowired
    GuichetsPublies guichets;

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
    void l_accueil_dit_les_guichets_et_leurs_dates_d_apres_leur_calendrier() throws Exception {
        publier("ACCUEIL-CLOS", "J-30T09:00/J-10T23:59:59");
        publier("ACCUEIL-FUTUR", "J+10T09:00/J+30T23:59:59");
        publier("ACCUEIL-OUVERT", "J-10T09:00/J+10T23:59:59");

        var lignes = Jsoup.parse(corps("/")).select("#guichets ~ table tbody tr").stream()
                .filter(ligne -> ligne.text().contains("ACCUEIL-"))
                .toList();
        assertThat(lignes)
                .extracting(ligne -> ligne.select("th").text() + " : "
                        + ligne.select(".fr-badge").text())
                .containsExactly(
                        "ACCUEIL-OUVERT : Ouvert", "ACCUEIL-FUTUR : Ouverture prochaine", "ACCUEIL-CLOS : Fermé");
        assertThat(lignes)
                .allSatisfy(ligne -> assertThat(ligne.text()).containsPattern("[Dd]u \\d.*, 09:00 au \\d.*, 23:59"));
    }

    @Test
    void un_guichet_dit_ses_deux_echeances_chacune_avec_son_mot_et_ses_etapes() throws Exception {
        GuichetsDEssai.publier(guichets);

        var ligne = Jsoup.parse(corps("/")).select("#guichets ~ table tbody tr:contains(Domaine OUVERT)");
        assertThat(ligne.text())
                .containsPattern("Candidatures du .+ au .+\\. Premier dépôt du formulaire jusqu.au .+\\.");
        var vers = ligne.select("a").attr("href");
        assertThat(vers).isEqualTo("/guichets#" + GuichetsDEssai.OUVERT.toLowerCase());

        var page = Jsoup.parse(corps("/guichets"));
        var guichet = page.select("section:has(#" + GuichetsDEssai.OUVERT.toLowerCase() + ")");
        assertThat(guichet.select("dt").eachText())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("Étape 1 – ");
        assertThat(guichet.select("dd").first().text()).contains("Candidatures du", "Premier dépôt du formulaire");
        assertThat(guichet.select("dd").last().text()).contains("ouvre pour chaque candidature quand");
        assertThat(guichet.select("a.fr-btn").attr("href")).isEqualTo("/candidater");
    }

    @Test
    void la_fenetre_du_menu_a_un_nom() throws Exception {
        var page = Jsoup.parse(corps("/"));
        var nom = page.select("#menu.fr-modal").attr("aria-labelledby");

        assertThat(page.select("button#" + nom).text()).isNotBlank();
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
                "/guichets",
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

    /** Transférer un dossier soi-même, écrire sur un dossier, se passer de code : le site ne le sait pas encore. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/aide/candidature", "/aide", "/aide/instruction", "/contact", "/donnees-personnelles", "/cgu"})
    void une_page_ne_promet_que_ce_que_le_site_fait(String chemin) throws Exception {
        assertThat(Jsoup.parse(corps(chemin)).select("main").text())
                .doesNotContainPattern("permet de transférer|se transfère|transfèr?e[sz]? (ses|vos) dossiers")
                .doesNotContainPattern("notes internes|messages du dossier|Écrivez depuis le dossier")
                .doesNotContain("ne pas ressaisir de code")
                .doesNotContain("accusé de dépôt, qui liste les réponses");
    }

    @Test
    void le_menu_depend_de_qui_regarde() throws Exception {
        assertThat(menu(null)).isEmpty();
        assertThat(menu(Role.REFERENT)).containsExactly("Tableau de bord", "Votre compte");
        assertThat(menu(Role.ARS)).containsExactly("Instruction");
        assertThat(menu(Role.ANS)).containsExactly("Instruction", "Paiements");
        assertThat(menu(Role.OPERATEUR)).containsExactly("Administration");
    }

    /** Le plan d'un visiteur dit où se connecter ; celui d'une personne connectée, son espace et pas ceux des autres. */
    @Test
    void le_plan_du_site_ne_mene_a_aucune_porte_fermee() throws Exception {
        assertThat(plan(null)).contains("/connexion", "/inscription").doesNotContain("/tableau-de-bord", "/compte");
        for (var role : Role.values()) {
            var qui = new Connecte(Uuid.v7(), role, "Claire Martin", role.perimetre("76"), Instant.now());
            var autres = Stream.of(Role.values())
                    .map(Role::espace)
                    .filter(espace -> !espace.equals(role.espace()))
                    .toList();

            assertThat(plan(role))
                    .as(role.name())
                    .contains(role.espace(), "/compte", "/aide", "/guichets")
                    .doesNotContainAnyElementsOf(autres)
                    .doesNotContain("/connexion", "/connexion/equipe", "/inscription")
                    .noneSatisfy(page -> assertThat(web.get()
                                    .uri(page)
                                    .with(authentication(
                                            new TestingAuthenticationToken(qui, null, "ROLE_" + role.name()))))
                            .hasStatus(403));
        }
    }

    private List<String> plan(@Nullable Role role) throws Exception {
        return vuePar(role, "/plan-du-site").select("main section a").eachAttr("href");
    }

    @Test
    void une_personne_connectee_se_deconnecte_par_un_formulaire() throws Exception {
        var page = vuePar(Role.REFERENT);

        assertThat(page.select("header form[method=post][action=/deconnexion] button")
                        .text())
                .isEqualTo("Se déconnecter");
        assertThat(page.select("header a[href=/connexion]")).isEmpty();
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

    private List<String> menu(@Nullable Role role) throws Exception {
        return vuePar(role).select("#navigation a").eachText();
    }

    private Document vuePar(@Nullable Role role) throws Exception {
        return vuePar(role, "/aide");
    }

    private Document vuePar(@Nullable Role role, String adresse) throws Exception {
        var demande = web.get().uri(adresse);
        if (role != null) {
            var qui = new Connecte(Uuid.v7(), role, "Claire Martin", role.perimetre("76"), Instant.now());
            demande = demande.with(authentication(new TestingAuthenticationToken(qui, null, "ROLE_" + role.name())));
        }
        return Jsoup.parse(demande.exchange().getResponse().getContentAsString());
    }

    private void publier(String code, String candidature) {
        guichets.publierGuichet(code + ".yaml", """
                guichet: %1$s@1
                titre: %1$s
                programme: CaRE
                public: etablissements
                eligibles: [GHT]
                etapes:
                  - code: candidature
                    titre: Formulaire de candidature
                    fenetre: {candidature: %2$s, premier_depot_avant: J+40T23:59:59}
                    circuit: [ARS]
                """.formatted(code, candidature));
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
