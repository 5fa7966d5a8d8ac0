package fr.convergence.portail.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.guichet.DefinitionLivree;
import fr.convergence.portail.guichet.GuichetsPublies;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** L'opérateur écrit, vérifie et publie guichets et formulaires ; chaque essai a ses codes. */
@TestDuPortail
@Tag("FRM-1")
final class PublicationTest {

    private static final AtomicInteger SUIVANT = new AtomicInteger();

    @Autowired
    MockMvcTester web;

    @Autowired
    Requetes requetes;

    @Autowired
    ComptesDeTest deTest;

    @Autowired
    GuichetsPublies guichets;

    private Connecte operateur;
    private String formulaire;
    private String guichet;

    @BeforeEach
    void un_operateur() {
        operateur = deTest.connecte(deTest.membre(Role.OPERATEUR));
        var rang = SUIVANT.incrementAndGet();
        formulaire = "essai-publication-" + rang;
        guichet = "ESSAI-PUBLICATION-" + rang;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/guichets", "/definitions/nouvelle"})
    void l_operateur_seul_y_entre(String page) {
        assertThat(lire(operateur, page)).hasStatusOk();
        assertThat(lire(deTest.connecte(deTest.membre(Role.ANS)), page)).hasStatus(403);
        assertThat(lire(deTest.connecte(deTest.referent()), page)).hasStatus(403);
    }

    @Test
    void une_definition_se_verifie_se_voit_puis_se_publie() {
        assertThat(examiner(yaml(1, "Votre rôle")))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Publier " + formulaire + "@1",
                        "Votre rôle",
                        "Paraît si <code>role == 'directeur'</code>",
                        "Espace de dépôt : pdf",
                        "<fieldset class=\"cv-eteint\" disabled>");
        assertThat(guichets.formulaireSIlExiste(new Reference(formulaire, 1)))
                .as("rien n'est publié encore")
                .isEmpty();

        assertThat(publier(yaml(1, "Votre rôle"))).hasRedirectedUrl("/administration/formulaires/" + formulaire + "/1");
        assertThat(guichets.formulaireSIlExiste(new Reference(formulaire, 1))).isPresent();
        assertThat(lire(operateur, "/formulaires/" + formulaire + "/1"))
                .bodyText()
                .contains("En vigueur", "Votre rôle", "# un commentaire");
        assertThat(lire(operateur, "/journal?objet=formulaire/" + formulaire))
                .bodyText()
                .contains("formulaire-publie", operateur.nom());
    }

    @Test
    void une_version_publiee_ne_change_plus_et_le_meme_texte_ne_fait_rien() {
        publier(yaml(1, "Votre rôle"));

        assertThat(examiner(yaml(1, "Votre rôle"))).hasStatusOk().bodyText().contains("à l’identique : rien ne change");
        assertThat(publier(yaml(1, "Votre rôle"))).hasStatus(303);
        assertThat(publier(yaml(1, "Votre fonction")))
                .hasStatus(422)
                .bodyText()
                .contains("donnez à la vôtre le numéro suivant", "Votre fonction");
        assertThat(guichets.formulaireSIlExiste(new Reference(formulaire, 1))
                        .orElseThrow()
                        .definition()
                        .question("role")
                        .orElseThrow()
                        .libelle())
                .isEqualTo("Votre rôle");

        assertThat(publier(yaml(2, "Votre fonction"))).hasStatus(303);
        assertThat(lire(operateur, "/formulaires/" + formulaire + "/1"))
                .bodyText()
                .contains("Remplacée", "/administration/formulaires/" + formulaire + "/2");
    }

    @Test
    void chaque_defaut_dit_sa_ligne_ce_qu_elle_porte_et_sa_raison_et_le_texte_reste() {
        assertThat(examiner(yaml(1, "Votre rôle").replace("texte_court", "texte_cour")))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "1 défaut à reprendre",
                        "type: texte_cour,",
                        "« texte_cour » est inconnu ; vouliez-vous écrire « texte_court » ?",
                        "formulaire: " + formulaire + "@1");
        assertThat(examiner("rien: de tel")).hasStatus(422).bodyText().contains("il manque « guichet: »");
        assertThat(examiner("a: [1")).hasStatus(422);
        assertThat(examiner("  ")).hasStatus(422).bodyText().contains("Écrivez une définition");
    }

    @Test
    void une_boucle_de_conditions_est_refusee() {
        var boucle = yaml(1, "Votre rôle").replace("libelle: Votre rôle,", "libelle: R, si: \"precision != ''\",");

        assertThat(examiner(boucle)).hasStatus(422).bodyText().contains("condition circulaire");
        assertThat(publier(boucle)).hasStatus(422);
        assertThat(guichets.formulaireSIlExiste(new Reference(formulaire, 1))).isEmpty();
    }

    @Test
    void un_fichier_prend_la_place_du_texte_s_il_est_en_utf_8() {
        assertThat(envoyer("ancien", yaml(1, "Rôle envoyé").getBytes(StandardCharsets.UTF_8)))
                .hasStatusOk()
                .bodyText()
                .contains("Rôle envoyé");
        assertThat(envoyer("gardé", yaml(1, "Rôle").getBytes(StandardCharsets.ISO_8859_1)))
                .hasStatus(422)
                .bodyText()
                .contains("pas en UTF-8", "gardé", "name=\"_attendus.fichier\" value=\"essai.yaml\"");
        assertThat(requetes.envoyer(
                        operateur,
                        "/administration/definitions/examens",
                        "texte",
                        yaml(1, "gardé"),
                        "_attendus.fichier",
                        "essai.yaml"))
                .hasStatus(422)
                .bodyText()
                .contains("Choisissez de nouveau essai.yaml", "gardé");
        assertThat(envoyer("", "guichet: [".getBytes(StandardCharsets.UTF_8)))
                .as("le fichier est devenu le texte de la page")
                .hasStatus(422)
                .bodyText()
                .doesNotContain("_attendus");
        assertThat(envoyer("gardé", new byte[1024 * 1024 + 1]))
                .hasStatus(422)
                .bodyText()
                .contains("dépasse 1 Mo");
    }

    @Test
    void un_guichet_se_publie_avec_des_dates_absolues_et_se_reprend() {
        publier(yaml(1, "Votre rôle"));

        assertThat(examiner(guichet(1, "J+20T23:59:59")))
                .hasStatusOk()
                .bodyText()
                .contains("ses dates valent aussitôt pour tous", "23:59", "Groupement hospitalier de territoire");
        assertThat(publier(guichet(1, "J+20T23:59:59"))).hasRedirectedUrl("/administration/guichets/" + guichet + "/1");
        assertThat(lire(operateur, "/guichets/" + guichet + "/1"))
                .bodyText()
                .contains("En vigueur", "/administration/formulaires/" + formulaire + "/1");

        var repris = lire(operateur, "/definitions/nouvelle?guichet=" + guichet + "@1");
        assertThat(repris)
                .hasStatusOk()
                .bodyText()
                .contains("guichet: " + guichet + "@2", "formulaire: " + formulaire + "@1")
                .doesNotContain("J+20T");
        assertThat(lire(operateur, "/guichets")).bodyText().contains(guichet + "@1", "Ouvert", formulaire + "@1");
        assertThat(lire(operateur, "/journal?objet=guichet/" + guichet))
                .bodyText()
                .contains("guichet-publie");
    }

    @Test
    void un_guichet_qui_cite_un_formulaire_inconnu_est_refuse() {
        assertThat(publier(guichet(1, "J+20T23:59:59")))
                .hasStatus(422)
                .bodyText()
                .contains(formulaire + "@1 n’est pas publié");
    }

    @Test
    void les_definitions_livrees_se_voient_toutes() {
        for (var livree : DefinitionLivree.formulaires()) {
            assertThat(examiner(livree.texte())).hasStatusOk().bodyText().doesNotContain("⟦");
        }
    }

    @Test
    void ce_qui_n_est_pas_publie_n_existe_pas() {
        assertThat(lire(operateur, "/guichets/INCONNU/1")).hasStatus(404);
        assertThat(lire(operateur, "/formulaires/inconnu/1")).hasStatus(404);
        assertThat(lire(operateur, "/definitions/nouvelle?guichet=INCONNU@1")).hasStatus(404);
        assertThat(lire(operateur, "/definitions/nouvelle?formulaire=<script>")).hasStatus(404);
    }

    private String yaml(int version, String libelle) {
        return """
                # un commentaire
                formulaire: %s@%d
                titre: Formulaire d'essai
                sections:
                  - titre: Vous
                    questions:
                      - {id: role, libelle: %s, type: texte_court, obligatoire: true}
                      - {id: precision, libelle: Précision, type: texte_long, si: "role == 'directeur'"}
                      - {id: preuve, libelle: Preuve, type: piece, formats: [pdf]}
                """.formatted(formulaire, version, libelle);
    }

    private String guichet(int version, String limite) {
        return """
                guichet: %s@%d
                titre: Guichet à publier
                programme: Essai
                public: etablissements
                eligibles: [GHT]
                etapes:
                  - code: candidature
                    titre: Candidature
                    formulaire: %s@1
                    fenetre: {candidature: J-1T09:00/%s, premier_depot_avant: %s}
                    circuit: [ARS]
                """.formatted(guichet, version, formulaire, limite, limite);
    }

    private MvcTestResult examiner(String texte) {
        return web.post()
                .uri("/administration/definitions/examens")
                .with(requetes.par(operateur))
                .with(csrf())
                .param("texte", texte.replace("\n", "\r\n"))
                .exchange();
    }

    private MvcTestResult envoyer(String texte, byte[] fichier) {
        return web.post()
                .uri("/administration/definitions/examens")
                .with(requetes.par(operateur))
                .with(csrf())
                .param("texte", texte)
                .multipart()
                .file(new MockMultipartFile("fichier", "essai.yaml", null, fichier))
                .exchange();
    }

    private MvcTestResult publier(String texte) {
        return web.post()
                .uri("/administration/definitions")
                .with(requetes.par(operateur))
                .with(csrf())
                .param("texte", texte)
                .exchange();
    }

    private MvcTestResult lire(Connecte qui, String chemin) {
        return requetes.lire(qui, "/administration" + chemin);
    }
}
