package fr.convergence.portail.etape;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.socle.base.HorlogeDeTest;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Une modification demandée : ce que l’étape rouvre, jusqu’à quand, et ce que l’histoire en garde (DOS-9). */
@TestDuPortail
@Tag("DOS-7")
@Tag("DOS-8")
final class RetourDemandeTest {

    private static final String IBAN = "FR76 3000 6000 0112 3456 7890 189";

    private static final String AUTRE_IBAN = "FR14 2004 1010 0505 0001 3M02 606";

    @Autowired
    MockMvcTester web;

    @Autowired
    Requetes requetes;

    @Autowired
    UneSaisie saisie;

    @Autowired
    HorlogeDeTest horloge;

    @Test
    void apres_une_demande_de_modification_l_ancien_onglet_apprend_que_rien_n_est_parti() throws Exception {
        saisie.remplir();
        var cle = UUID.randomUUID();
        saisie.transmettre(saisie.claire, cle);
        assertThat(saisie.transmettre(saisie.claire, cle)).hasHeader("Location", saisie.adresse("/accuses/1"));

        demanderUneModification();

        var ancien = saisie.transmettre(saisie.claire, cle);
        assertThat(ancien).hasStatus(409);
        assertThat(ancien).bodyText().contains("Rien n’a été envoyé", "une modification vous a été demandée");
        assertThat(saisie.etat()).isInstanceOf(EtatEtape.AModifier.class);
        assertThat(saisie.transmettre(saisie.claire, UUID.randomUUID()))
                .hasHeader("Location", saisie.adresse("/accuses/2"));
        assertThat(saisie.transmettre(saisie.claire, cle)).hasStatus(409);
    }

    @Test
    void chaque_accuse_nomme_le_niveau_ou_sa_transmission_est_allee() {
        saisie.remplir();
        saisie.transmettre(saisie.claire, UUID.randomUUID());
        saisie.passerALAns();
        saisie.rendre();
        saisie.transmettre(saisie.claire, UUID.randomUUID());

        assertThat(saisie.page("/accuses/1"))
                .bodyText()
                .contains("<dt>Destinataire</dt><dd>ARS Occitanie</dd>", "entre les mains de l’ARS Occitanie");
        assertThat(saisie.page("/accuses/2"))
                .bodyText()
                .contains(
                        "<dt>Destinataire</dt><dd>Agence du Numérique en Santé (ANS)</dd>",
                        "entre les mains de l’Agence du Numérique en Santé (ANS)")
                .doesNotContain("ARS Occitanie");
    }

    @Test
    void un_retour_demande_suit_son_propre_delai() {
        saisie.remplir();
        saisie.transmettre(saisie.claire, UUID.randomUUID());
        saisie.rendre();
        horloge.avancer(Duration.ofDays(10));

        assertThat(saisie.page(""))
                .as("on reprend où il faut corriger")
                .hasHeader("Location", saisie.adresse("/banque"));
        assertThat(saisie.page("/banque"))
                .bodyText()
                .contains("Le RIB ne correspond pas", "à vérifier")
                .containsPattern("id=\"etat-banque\">\\s*<span[^>]*>À corriger");
        assertThat(saisie.enregistrer("iban", "1", "iban", "FR14 2004 1010 0505 0001 3M02 606"))
                .hasStatusOk();
        assertThat(saisie.page("/banque")).bodyText().containsPattern("id=\"etat-banque\">\\s*<span[^>]*>Complète");
        assertThat(saisie.enregistrer("role", "1", "role", "Autre"))
                .as("question non rouverte")
                .hasStatus(404);
        assertThat(saisie.transmettre(saisie.claire, UUID.randomUUID()))
                .hasHeader("Location", saisie.adresse("/accuses/2"));
    }

    @Test
    void les_motifs_question_par_question_se_lisent_en_tete_du_dossier_et_du_formulaire() throws Exception {
        saisie.remplir();
        saisie.transmettre(saisie.claire, UUID.randomUUID());
        saisie.rendre();

        for (var adresse : List.of("/dossiers/" + saisie.reference, saisie.adresse("/banque"))) {
            var page = lire(adresse, saisie.claire);
            assertThat(page.select(".fr-alert li").text()).as(adresse).contains("à vérifier");
            assertThat(page.select(".fr-alert li a").attr("href"))
                    .as(adresse)
                    .isEqualTo(saisie.adresse("/banque") + "#question-iban");
            assertThat(page.html()).as(adresse).doesNotContain("⟦");
            assertThat(page.select(".fr-alert").text())
                    .as("un retour limité se dit, %s", adresse)
                    .contains("1 question à corriger", "Seule cette question est rouverte");
        }
        assertThat(lire(saisie.adresse("/banque"), saisie.claire).text())
                .contains("Vos réponses s’enregistrent au fur et à mesure.");
        assertThat(lire(saisie.adresse("/engagement"), saisie.claire).text())
                .contains("La demande de modification ne rouvre aucune question de cette page")
                .doesNotContain("Vos réponses s’enregistrent");
        assertThat(lire(saisie.adresse("/banque"), saisie.claire).select("#question-iban"))
                .hasSize(1);
    }

    @Test
    void l_histoire_dit_de_quoi_a_quoi_et_le_verificateur_n_en_lit_que_ce_qui_fut_transmis() throws Exception {
        saisie.remplir();
        saisie.transmettre(saisie.claire, UUID.randomUUID());
        saisie.rendre();
        saisie.enregistrer("iban", "1", "iban", AUTRE_IBAN);
        saisie.transmettre(saisie.claire, UUID.randomUUID());

        var siens = lire("/dossiers/" + saisie.reference + "/historique", saisie.claire);
        assertThat(siens.select("dl del").eachText()).contains("sans réponse", IBAN, IBAN);
        assertThat(siens.select("dl ins").eachText()).contains("Directrice", AUTRE_IBAN);
        assertThat(siens.text()).contains("3 réponses enregistrées", "Votre rôle");

        var lus = lire("/instruction/" + saisie.reference + "/historique", UneSaisie.connecte(Role.ARS, "76"));
        assertThat(lus.select("dl del").eachText()).containsExactly(IBAN);
        assertThat(lus.select("dl ins").eachText()).containsExactly(AUTRE_IBAN);
        assertThat(lus.text())
                .as("ce qui précède la première transmission reste au référent")
                .doesNotContain("3 réponses enregistrées", "Directrice");
    }

    /** Deux fois la même question n'en font qu'une ; une question sans parties ne se nomme pas deux fois. */
    @Test
    void l_histoire_compte_des_reponses_et_nomme_chacune_une_fois() throws Exception {
        saisie.remplir();
        saisie.enregistrer("role", "1", "role", "Directrice générale");
        saisie.transmettre(saisie.claire, UUID.randomUUID());
        saisie.rendre();
        saisie.enregistrer("iban", "1", "iban", AUTRE_IBAN);
        saisie.transmettre(saisie.claire, UUID.randomUUID());

        var histoire = lire("/dossiers/" + saisie.reference + "/historique", saisie.claire);

        assertThat(histoire.text()).contains("3 réponses enregistrées").doesNotContain("4 réponses enregistrées");
        assertThat(histoire.select("dt").eachText())
                .contains("IBAN", "Votre rôle")
                .doesNotContain("IBAN – IBAN");
    }

    @Test
    @Tag("INSTR-3")
    void une_question_corrigee_depuis_la_demande_se_dit_corrigee_partout() throws Exception {
        saisie.remplir();
        saisie.transmettre(saisie.claire, UUID.randomUUID());
        saisie.rendreLimitee(
                new EtatEtape.Correction("role", "à préciser"), new EtatEtape.Correction("iban", "à vérifier"));
        horloge.avancer(Duration.ofMinutes(1));
        for (var adresse : pages()) {
            assertThat(enTete(adresse))
                    .as(adresse)
                    .contains("2 questions à corriger")
                    .doesNotContain("Corrigée");
        }

        var reponse = saisie.enregistrer("iban", "1", "iban", AUTRE_IBAN);

        assertThat(reponse)
                .as("la question et le bandeau suivent l'enregistrement")
                .bodyText()
                .contains("<strong>Corrigée :</strong> à vérifier")
                .containsPattern("id=\"designees\" hx-swap-oob=\"innerHTML\">[^µ]*1 question à corriger");
        for (var adresse : pages()) {
            assertThat(enTete(adresse))
                    .as(adresse)
                    .contains("1 question à corriger", "Seules ces questions sont rouvertes")
                    .containsPattern("IBAN – Corrigée")
                    .doesNotContain("Votre rôle – Corrigée");
        }
        var banque = lire(saisie.adresse("/banque"), saisie.claire);
        assertThat(banque.select("#question-iban .fr-alert").text()).isEqualTo("Corrigée : à vérifier");
        assertThat(banque.select("#question-iban .fr-alert--warning")).isEmpty();

        saisie.enregistrer("role", "1", "role", "Directrice générale");
        for (var adresse : pages()) {
            assertThat(enTete(adresse)).as(adresse).contains("Plus aucune question à corriger");
        }
    }

    private List<String> pages() {
        return List.of("/dossiers/" + saisie.reference, saisie.adresse("/banque"), saisie.adresse("/recapitulatif"));
    }

    private String enTete(String adresse) throws UnsupportedEncodingException {
        return lire(adresse, saisie.claire)
                .select(".fr-alert:has(h2:contains(Demande de modification))")
                .text();
    }

    private void demanderUneModification() {
        var decision = requetes.envoyer(
                UneSaisie.connecte(Role.ARS, "76"),
                "/instruction/" + saisie.reference + "/candidature/decisions/modification",
                "version",
                String.valueOf(saisie.dossier().courante().version()),
                "motif",
                "Le RIB ne correspond pas",
                "retour",
                LocalDate.ofInstant(horloge.instant(), horloge.getZone())
                        .plusDays(20)
                        .toString());
        assertThat(decision).hasStatus(303);
    }

    private Document lire(String adresse, Connecte qui) throws UnsupportedEncodingException {
        var reponse = web.get().uri(adresse).with(requetes.par(qui)).exchange();
        assertThat(reponse).hasStatusOk();
        return Jsoup.parse(reponse.getResponse().getContentAsString());
    }
}
