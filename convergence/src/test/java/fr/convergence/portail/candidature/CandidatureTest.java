package fr.convergence.portail.candidature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.Dossier.CandidatDuDossier;
import fr.convergence.portail.dossier.Dossier.GuichetDuDossier;
import fr.convergence.portail.dossier.Dossiers;
import fr.convergence.portail.dossier.Etape;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.etablissement.TypeCandidat;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.guichet.Niveau;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.base.Uuid;
import fr.convergence.socle.identifiant.Reference;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@TestDuPortail
final class CandidatureTest {

    private static final String FORMULAIRE = """
            formulaire: essai-saisie@1
            sections:
              - id: engagement
                titre: Votre engagement
                questions:
                  - {id: role, libelle: Votre rôle, type: texte_court, obligatoire: true}
                  - {id: groupe, libelle: Appartenez-vous à un groupe ?, type: oui_non, obligatoire: true}
                  - {id: nom_groupe, libelle: Nom du groupe, type: texte_court, obligatoire: true, si: "groupe"}
              - id: banque
                titre: Coordonnées bancaires
                questions:
                  - {id: iban, libelle: IBAN, type: iban, obligatoire: true}
            """;
    private static final String GUICHET = """
            guichet: ESSAI-SAISIE
            titre: Guichet d'essai
            programme: CaRE
            public: etablissements
            eligibles: [EJ_PRIVEE]
            etapes:
              - code: candidature
                titre: Formulaire de candidature
                formulaire: essai-saisie@1
                fenetre: {candidature: J-1T09:00/J+5T23:59:59, premier_depot_avant: J+5T23:59:59}
                circuit: [ARS]
            """;
    private static final String IBAN = "FR76 3000 6000 0112 3456 7890 189";

    @Autowired
    MockMvcTester web;

    @Autowired
    GuichetsPublies guichets;

    @Autowired
    Dossiers dossiers;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    JdbcClient base;

    private final Connecte claire = connecte(Role.REFERENT, null);
    private Reference reference = Reference.nouvelle();

    @BeforeEach
    void un_dossier_neuf() {
        guichets.publierFormulaire("essai-saisie.yaml", FORMULAIRE);
        guichets.publierGuichet("essai-saisie-guichet.yaml", GUICHET);
        reference = Reference.nouvelle();
        var candidat = new CleCandidat(TypeCandidat.EJ_PRIVEE, UnFiness.nouveau());
        assertThat(dossiers.creer(new Dossier(
                        Uuid.v7(),
                        reference,
                        new GuichetDuDossier("ESSAI-SAISIE", 1),
                        new CandidatDuDossier(candidat, "CLINIQUE D'ESSAI"),
                        "76",
                        claire.compte(),
                        horloge.instant(),
                        List.of(new Etape(
                                Uuid.v7(), "candidature", 1, List.of(Niveau.ARS), new EtatEtape.Brouillon(), 0)))))
                .isTrue();
    }

    @AfterEach
    void remettre_l_heure() {
        horloge.remettre();
    }

    @Test
    void une_reponse_s_enregistre_seule_et_la_completude_suit() {
        var resultat = enregistrer("role", "0", "role", "Directrice");

        assertThat(resultat).hasStatusOk().hasHeader("X-Enregistre-A", heure());
        assertThat(resultat).bodyText().contains("value=\"Directrice\"", "1/3");
        assertThat(resultat)
                .bodyText()
                .as("la liste des sections et la barre du téléphone suivent aussi")
                .contains("<span id=\"etat-engagement\" hx-swap-oob=\"innerHTML\">En cours</span>")
                .contains("<span id=\"lateral-bouton\" hx-swap-oob=\"innerHTML\">");
    }

    @Test
    void une_reponse_qui_en_fait_paraitre_une_autre_rend_la_section_entiere() {
        var resultat = enregistrer("groupe", "0", "groupe", "oui");

        assertThat(resultat).hasStatusOk().hasHeader("HX-Retarget", "#section-engagement");
        assertThat(resultat).bodyText().contains("Nom du groupe");
    }

    @Test
    void une_valeur_fausse_est_gardee_et_dite_fausse() {
        assertThat(enregistrer("iban", "0", "iban", "FR76 0000")).hasStatus(422);

        assertThat(page("/banque")).bodyText().contains("FR76 0000", "fr-message--error");
    }

    @Test
    void deux_onglets_ne_s_ecrasent_pas() {
        enregistrer("role", "0", "role", "Directrice");

        var second = enregistrer("role", "0", "role", "DSI");

        assertThat(second).hasStatus(409);
        assertThat(second).bodyText().contains("value=\"DSI\"", "Directrice");
        assertThat(page("/engagement")).bodyText().contains("value=\"Directrice\"");
        assertThat(enregistrer("role", "1", "role", "DSI")).hasStatusOk();
    }

    @Test
    void sans_javascript_la_section_s_enregistre_d_un_bouton() {
        var resultat = web.post()
                .uri(adresse("/engagement"))
                .param("r.role", "0")
                .param("role", "Directrice")
                .param("r.groupe", "0")
                .param("groupe", "non")
                .param("suite", "suivant")
                .with(par(claire))
                .with(csrf())
                .exchange();

        assertThat(resultat).hasStatus(303).hasHeader("Location", adresse("/banque"));
        assertThat(page("/engagement")).bodyText().contains("value=\"Directrice\"");
    }

    @Test
    void une_question_inconnue_ou_cachee_ne_s_ecrit_pas() {
        assertThat(enregistrer("inconnue", "0", "inconnue", "x")).hasStatus(404);
        assertThat(enregistrer("nom_groupe", "0", "nom_groupe", "x")).hasStatus(404);
    }

    @Test
    void un_autre_referent_ne_voit_rien() {
        var autre = connecte(Role.REFERENT, null);

        assertThat(web.get().uri(adresse("/engagement")).with(par(autre))).hasStatus(404);
        assertThat(web.post()
                        .uri(adresse("/reponses/role"))
                        .param("role", "x")
                        .with(par(autre))
                        .with(csrf()))
                .hasStatus(404);
        assertThat(transmettre(autre, UUID.randomUUID())).hasStatus(404);
    }

    @Test
    void un_verificateur_n_entre_pas_dans_la_saisie() {
        var resultat = web.get()
                .uri(adresse("/engagement"))
                .with(par(connecte(Role.ARS, "76")))
                .exchange();

        assertThat(resultat.getResponse().getStatus()).isIn(403, 404);
    }

    @Test
    void sans_jeton_rien_ne_s_ecrit() {
        assertThat(web.post().uri(adresse("/reponses/role")).param("role", "x").with(par(claire)))
                .hasStatus(403);
    }

    @Test
    void une_etape_incomplete_ne_se_transmet_pas() {
        var resultat = transmettre(claire, UUID.randomUUID());

        assertThat(resultat).hasStatus(422);
        assertThat(resultat).bodyText().contains("n'est pas transmise");
    }

    @Test
    void une_transmission_scelle_les_reponses_et_rend_un_accuse() {
        remplir();

        var resultat = transmettre(claire, UUID.randomUUID());

        assertThat(resultat).hasStatus(303).hasHeader("Location", adresse("/accuses/1"));
        assertThat(page("/accuses/1")).bodyText().contains(reference.valeur(), "Empreinte SHA-256");
        assertThat(web.get().uri(adresse("/accuses/1.pdf")).with(par(claire)))
                .hasStatusOk()
                .hasContentType("application/pdf");
        assertThat(etat()).isInstanceOf(EtatEtape.EnVerification.class);
        assertThat(enregistrer("role", "1", "role", "Autre")).hasStatus(303);
    }

    @Test
    void vingt_envois_du_meme_formulaire_n_en_font_qu_un() throws Exception {
        remplir();
        var cle = UUID.randomUUID();
        Callable<String> envoi = () -> transmettre(claire, cle).getResponse().getHeader("Location");

        List<String> adresses;
        try (var fils = Executors.newFixedThreadPool(8)) {
            adresses = fils.invokeAll(java.util.Collections.nCopies(20, envoi)).stream()
                    .map(resultat -> resultat.resultNow())
                    .distinct()
                    .toList();
        }

        assertThat(adresses).containsExactly(adresse("/accuses/1"));
        assertThat(base.sql("select count(*) from candidature_edition where cle = ?")
                        .param(cle)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void apres_la_limite_un_brouillon_ne_s_ecrit_ni_ne_se_transmet() {
        remplir();
        horloge.avancer(Duration.ofDays(7));

        assertThat(enregistrer("role", "1", "role", "Tard")).hasStatus(303);
        var transmission = transmettre(claire, UUID.randomUUID());
        assertThat(transmission).hasStatus(422);
        assertThat(transmission).bodyText().contains("Le délai est passé");
        assertThat(page("/recapitulatif")).bodyText().contains("Directrice").doesNotContain("Transmettre votre");
    }

    @Test
    void un_retour_demande_suit_son_propre_delai() {
        remplir();
        transmettre(claire, UUID.randomUUID());
        var dossier = dossiers.duReferent(claire, reference).orElseThrow();
        var avant = dossier.courante();
        var retour = horloge.instant().plus(Duration.ofDays(20));
        dossiers.passer(
                dossier,
                avant,
                avant.demanderModification(
                        horloge.instant(),
                        "Le RIB ne correspond pas",
                        List.of(new EtatEtape.Correction("iban", "à vérifier")),
                        true,
                        retour),
                "essai",
                "modification-demandee",
                java.util.Map.of());
        horloge.avancer(Duration.ofDays(10));

        assertThat(page("/banque")).bodyText().contains("Le RIB ne correspond pas", "à vérifier");
        assertThat(enregistrer("iban", "1", "iban", "FR14 2004 1010 0505 0001 3M02 606"))
                .hasStatusOk();
        assertThat(enregistrer("role", "1", "role", "Autre"))
                .as("question non rouverte")
                .hasStatus(404);
        assertThat(transmettre(claire, UUID.randomUUID())).hasHeader("Location", adresse("/accuses/2"));
    }

    private void remplir() {
        enregistrer("role", "0", "role", "Directrice");
        enregistrer("groupe", "0", "groupe", "non");
        assertThat(enregistrer("iban", "0", "iban", IBAN)).hasStatusOk();
    }

    private EtatEtape etat() {
        return dossiers.duReferent(claire, reference).orElseThrow().courante().etat();
    }

    private MvcTestResult page(String suite) {
        return web.get().uri(adresse(suite)).with(par(claire)).exchange();
    }

    private MvcTestResult enregistrer(String question, String revision, String champ, String valeur) {
        return web.post()
                .uri(adresse("/reponses/" + question))
                .param("r." + question, revision)
                .param(champ, valeur)
                .with(par(claire))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult transmettre(Connecte qui, UUID cle) {
        return web.post()
                .uri(adresse("/transmissions"))
                .param("cle", cle.toString())
                .with(par(qui))
                .with(csrf())
                .exchange();
    }

    private String adresse(String suite) {
        return "/dossiers/" + reference + "/candidature" + suite;
    }

    private String heure() {
        return fr.convergence.socle.page.Formats.heure(horloge.instant());
    }

    /** Connectée à l'instant : une session ne dure pas douze heures d'horloge de test. */
    private RequestPostProcessor par(Connecte qui) {
        var connecte = new Connecte(qui.compte(), qui.role(), qui.nom(), qui.region(), horloge.instant());
        return authentication(new UsernamePasswordAuthenticationToken(connecte, null, List.of()));
    }

    private Connecte connecte(Role role, String region) {
        return new Connecte(UUID.randomUUID(), role, "Claire Essai", region, java.time.Instant.now());
    }
}
