package fr.convergence.portail.administration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.socle.courriel.Courriels;
import fr.convergence.socle.essai.BoiteAuxLettres;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** L'opérateur écrit les textes de l'accueil et les modèles de courriels ; chaque essai remet ce qui est livré. */
@TestDuPortail
@Tag("ACC-1")
@Tag("NOT-2")
final class TextesEtModelesTest {

    private static final String REACTIVE = "/modeles/compte/reactive";
    private static final String ACTIVATION = "/modeles/compte/activation";

    @Autowired
    MockMvcTester web;

    @Autowired
    Requetes requetes;

    @Autowired
    ComptesDeTest deTest;

    @Autowired
    Courriels courriels;

    @Autowired
    BoiteAuxLettres boite;

    private Connecte operateur;

    @BeforeEach
    void un_operateur() {
        operateur = deTest.connecte(deTest.membre(Role.OPERATEUR));
    }

    @AfterEach
    void remettre_ce_qui_est_livre() {
        envoyer(REACTIVE + "/retablissements");
        envoyer("/accueil/region/retablissements");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/accueil", "/accueil/region", "/modeles", REACTIVE})
    void l_operateur_seul_y_entre(String page) {
        assertThat(lire(operateur, page)).hasStatusOk();
        assertThat(lire(deTest.connecte(deTest.membre(Role.ANS)), page)).hasStatus(403);
    }

    @Test
    void un_texte_se_voit_avant_de_s_enregistrer_et_se_lit_sur_l_accueil() {
        var texte = "Régions, **bienvenue** <script>alert(1)</script>";
        assertThat(envoyer("/accueil/region", "texte", texte, "suite", "apercu"))
                .hasStatusOk()
                .bodyText()
                .contains("<strong>bienvenue</strong>", "&lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(accueil()).doesNotContain("bienvenue");

        assertThat(envoyer("/accueil/region", "texte", texte)).hasStatus(303);
        assertThat(accueil()).contains("Régions, <strong>bienvenue</strong>").doesNotContain("<script>alert");
        assertThat(lire(operateur, "/journal?objet=accueil/region"))
                .bodyText()
                .contains("texte-ecrit", operateur.nom());

        assertThat(envoyer("/accueil/region/retablissements")).hasStatus(303);
        assertThat(accueil()).doesNotContain("bienvenue");
        assertThat(envoyer("/accueil/region", "texte", " ")).hasStatus(422);
        assertThat(lire(operateur, "/accueil/martien")).hasStatus(404);
    }

    @Test
    void un_modele_reecrit_sert_aux_courriels_suivants_et_se_retablit() {
        assertThat(lire(operateur, REACTIVE)).bodyText().contains("{{prenom}}", "Modèle livré", "Bonjour Claire");
        assertThat(envoyer(
                        REACTIVE,
                        "objet",
                        "Vous revoilà",
                        "corps",
                        "Bonjour {{prenom}}, entrez : {{site}}",
                        "suite",
                        "apercu"))
                .hasStatusOk()
                .bodyText()
                .contains("Bonjour Claire, entrez");
        assertThat(objetSuivant()).doesNotContain("Vous revoilà");

        assertThat(envoyer(REACTIVE, "objet", "Vous revoilà", "corps", "Bonjour {{prenom}}."))
                .hasStatus(303);
        assertThat(objetSuivant()).isEqualTo("Vous revoilà");
        assertThat(lire(operateur, "/modeles")).bodyText().contains("Réécrit le");
        assertThat(lire(operateur, "/journal?objet=modele/compte/reactive"))
                .bodyText()
                .contains("modele-reecrit", "Bonjour {{prenom}}.");

        assertThat(envoyer(REACTIVE + "/retablissements")).hasStatus(303);
        assertThat(objetSuivant()).doesNotContain("Vous revoilà");
        assertThat(lire(operateur, "/journal?objet=modele/compte/reactive"))
                .bodyText()
                .contains("modele-retabli");
    }

    @Test
    void une_variable_inconnue_des_accolades_perdues_ou_un_lien_oublie_sont_refuses() {
        assertThat(envoyer(REACTIVE, "objet", "{{prenom}}", "corps", "Bonjour {{motDePasse}}"))
                .hasStatus(422)
                .bodyText()
                .contains("{{motDePasse}} n’est pas une variable", "href=\"#corps\"", "Bonjour {{motDePasse}}");
        assertThat(envoyer(REACTIVE, "objet", "{{inconnu}}", "corps", "x"))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#objet\"");
        for (var corps : List.of("{{{prenom}}}", "{{&prenom}}", "{{>x}}", "{{#prenom}}x", "{{prenom", "{{=<% %>=}}")) {
            assertThat(envoyer(REACTIVE, "objet", "x", "corps", corps))
                    .as(corps)
                    .hasStatus(422)
                    .bodyText()
                    .contains("écrivez deux accolades");
        }
        assertThat(envoyer(ACTIVATION, "objet", "Activez", "corps", "Bonjour {{prenom}}, {{jeton}}"))
                .hasStatus(422)
                .bodyText()
                .contains("{{site}}/activation/{{jeton}}");
        assertThat(envoyer("/modeles/connexion/code", "objet", "Code", "corps", "Bonjour {{prenom}}"))
                .hasStatus(422)
                .bodyText()
                .contains("{{code}}");
        assertThat(envoyer(REACTIVE, "objet", "", "corps", "x")).hasStatus(422);
        assertThat(lire(operateur, "/modeles/compte/inconnu")).hasStatus(404);
    }

    @Test
    void l_apercu_html_est_un_document_a_part_ou_rien_ne_s_execute() {
        var apercu =
                envoyer(REACTIVE + "/apercus", "objet", "Objet", "corps", "Bonjour <img src=x onerror=y> {{prenom}}");

        assertThat(apercu)
                .hasStatusOk()
                .hasContentType("text/html;charset=UTF-8")
                .bodyText()
                .contains("Bonjour", "Claire")
                .doesNotContain("<img src=x");
        assertThat(apercu.getResponse().getHeader("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
    }

    @Test
    void chaque_modele_livre_se_montre_avec_des_exemples() {
        var adresses = java.util.regex.Pattern.compile("href=\"/administration(/modeles/[^\"]+)\"")
                .matcher(texte(lire(operateur, "/modeles")))
                .results()
                .map(trouve -> trouve.group(1))
                .filter(adresse -> !adresse.startsWith("/modeles/courriel/")) // ceux des essais du socle
                .toList();

        assertThat(adresses).hasSizeGreaterThan(20);
        for (var adresse : adresses) {
            assertThat(lire(operateur, adresse))
                    .as(adresse)
                    .hasStatusOk()
                    .bodyText()
                    .contains("Aperçu")
                    .doesNotContain("⟦");
            assertThat(Jsoup.parse(texte(lire(operateur, adresse)))
                            .select("h1, title")
                            .eachText())
                    .as("des mots, pas un code")
                    .noneMatch(titre -> titre.contains("/"));
        }
    }

    private String objetSuivant() {
        var adresse = "revenu." + operateur.compte() + "@chu.example.fr";
        courriels.ecrire("compte/reactive", adresse, Map.of("prenom", "Claire"));
        return boite.derniere(adresse).objet();
    }

    private String accueil() {
        return texte(web.get().uri("/").exchange());
    }

    private static String texte(MvcTestResult reponse) {
        return new String(reponse.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private MvcTestResult lire(Connecte qui, String chemin) {
        return requetes.lire(qui, "/administration" + chemin);
    }

    private MvcTestResult envoyer(String chemin, String... champs) {
        return requetes.envoyer(operateur, "/administration" + chemin, champs);
    }
}
