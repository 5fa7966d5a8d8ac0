package fr.convergence.portail.etape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.socle.base.HorlogeDeTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Une page envoyée sans JavaScript quand elle ne s'écrit plus rend ce qui y était tapé (DOS-6, DOS-7). */
@TestDuPortail
@Tag("DOS-6")
@Tag("DOS-7")
final class SaisieRendueTest {

    private static final String AUTRE_IBAN = "FR14 2004 1010 0505 0001 3M02 606";

    @Autowired
    Requetes requetes;

    @Autowired
    UneSaisie saisie;

    @Autowired
    HorlogeDeTest horloge;

    @Test
    void une_etape_transmise_ailleurs_rend_ce_qui_etait_tape_quel_que_soit_le_bouton() {
        saisie.remplir();
        saisie.transmettre(saisie.claire, UUID.randomUUID());

        for (var bouton : List.of(
                "suite=suivant", "suite=brouillon", "suite=precedent", "envoyer=rib", "retirer=" + UUID.randomUUID())) {
            var nom = bouton.split("=")[0];
            for (var fois = 1; fois <= 2; fois++) {
                var page = rendue(envoyer(
                        "/engagement",
                        "r.role",
                        "1",
                        "role",
                        "Directrice\nadjointe",
                        "r.groupe",
                        "1",
                        "groupe",
                        "non",
                        nom,
                        bouton.split("=")[1]));
                assertThat(page.select(".fr-alert").text()).as(bouton).contains("déjà transmise");
                assertThat(page.select("dt").eachText()).as(bouton).containsExactly("Votre rôle");
                assertThat(page.select("dd").eachText()).as(bouton).containsExactly("Directrice adjointe");
                assertThat(page.select(".cv-etroit a.fr-btn").attr("href")).isEqualTo(saisie.adresse("/recapitulatif"));
            }
        }
        assertThat(saisie.page("/recapitulatif"))
                .bodyText()
                .contains("Directrice")
                .doesNotContain("adjointe");
    }

    @Test
    void une_page_ou_rien_n_est_touche_mene_au_recapitulatif_qui_dit_pourquoi() {
        saisie.remplir();
        saisie.enregistrer("role", "1", "role", "DSI");
        saisie.transmettre(saisie.claire, UUID.randomUUID());

        assertThat(envoyer("/engagement", "r.role", "1", "role", "Directrice", "suite", "suivant"))
                .as("elle montrait la réponse d'avant")
                .hasStatus(303)
                .hasHeader("Location", saisie.adresse("/recapitulatif"));
    }

    @Test
    void apres_le_delai_ce_qui_etait_tape_ou_efface_est_rendu() {
        saisie.remplir();
        horloge.avancer(Duration.ofDays(7));

        var page = rendue(envoyer(
                "/ensemble", "r.role", "1", "role", "", "r.iban", "1", "iban", "FR76 0000", "suite", "suivant"));
        assertThat(page.select(".fr-alert").text()).contains("après la date limite");
        assertThat(page.select("dt").eachText()).containsExactly("Votre rôle", "IBAN");
        assertThat(page.select("dd").eachText()).containsExactly("(réponse effacée)", "FR76 0000");
    }

    @Test
    void une_question_que_la_demande_ne_rouvre_pas_est_rendue_et_le_reste_s_enregistre() {
        saisie.remplir();
        saisie.transmettre(saisie.claire, UUID.randomUUID());
        saisie.rendre();

        var page = rendue(envoyer(
                "/ensemble", "r.role", "1", "role", "DSI", "r.iban", "1", "iban", AUTRE_IBAN, "suite", "suivant"));
        assertThat(page.select("[role=status] dt").eachText()).containsExactly("Votre rôle");
        assertThat(page.select("[role=status] dd").eachText()).containsExactly("DSI");
        assertThat(page.select("input[name=iban]").val()).isEqualTo(AUTRE_IBAN);
        assertThat(saisie.page("/recapitulatif"))
                .bodyText()
                .contains(AUTRE_IBAN, "Directrice")
                .doesNotContain(">DSI<");
    }

    @Test
    void une_question_qu_un_autre_onglet_a_fait_disparaitre_est_rendue() {
        saisie.enregistrer("groupe", "0", "groupe", "oui");
        saisie.enregistrer("groupe", "1", "groupe", "non");

        var page = rendue(envoyer(
                "/engagement",
                "r.role",
                "0",
                "role",
                "DSI",
                "r.groupe",
                "1",
                "groupe",
                "oui",
                "r.nom_groupe",
                "0",
                "nom_groupe",
                "Les Tilleuls",
                "suite",
                "suivant"));
        assertThat(page.select("[role=status] dd").eachText()).containsExactly("Les Tilleuls");
        assertThat(page.select("input[name=role]").val()).isEqualTo("DSI");
        assertThat(saisie.page("/engagement")).bodyText().contains("value=\"DSI\"");
    }

    @Test
    void une_section_que_les_reponses_ne_demandent_pas_mene_a_celle_qui_la_suit() {
        assertThat(saisie.page("/groupement")).hasStatus(303).hasHeader("Location", saisie.adresse("/banque"));
        assertThat(saisie.page("/inconnue")).hasStatus(404);

        saisie.enregistrer("groupe", "0", "groupe", "oui");
        assertThat(saisie.page("/groupement")).hasStatusOk();
        saisie.enregistrer("groupe", "1", "groupe", "non");
        assertThat(envoyer("/groupement", "r.siege", "0", "siege", "", "suite", "suivant"))
                .hasStatus(303);
        assertThat(rendue(envoyer("/groupement", "r.siege", "0", "siege", "Lyon", "suite", "brouillon"))
                        .select("dd")
                        .eachText())
                .containsExactly("Lyon");
    }

    @Test
    void precedent_enregistre_la_page_et_revient_meme_si_une_reponse_est_fausse() {
        assertThat(envoyer("/banque", "r.iban", "0", "iban", "FR76 0000", "suite", "precedent"))
                .hasStatus(303)
                .hasHeader("Location", saisie.adresse("/engagement"));
        assertThat(saisie.page("/banque")).bodyText().contains("FR76 0000", "fr-message--error");

        assertThat(envoyer("/banque", "r.iban", "0", "iban", AUTRE_IBAN, "suite", "precedent"))
                .as("un autre onglet a répondu : rien ne se décide en partant")
                .hasStatus(422);
    }

    private Document rendue(MvcTestResult reponse) {
        assertThat(reponse).hasStatus(409);
        var page = Jsoup.parse(new String(reponse.getResponse().getContentAsByteArray(), UTF_8));
        assertThat(page.text()).contains("Ce que vous aviez écrit").doesNotContain("⟦");
        return page;
    }

    private MvcTestResult envoyer(String section, String... champs) {
        return requetes.envoyer(saisie.claire, saisie.adresse(section), champs);
    }
}
