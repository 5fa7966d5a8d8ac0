package fr.convergence.portail.piece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.TestDuPortail;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Le formulaire d’un espace de dépôt sans JavaScript : ce qui part avec la page. */
@TestDuPortail
@Tag("PCE-2")
@Tag("PCE-6")
final class EspaceSansScriptTest extends EssaisDeDepot {

    @Test
    void sans_javascript_un_fichier_refuse_n_empeche_pas_les_autres() {
        var cle = UUID.randomUUID();
        for (var fois = 0; fois < 2; fois++) { // la page refusée, puis rechargée : le navigateur renvoie tout
            var reponse = quatreFichiers(cle);

            assertThat(reponse).hasStatus(422);
            assertThat(depots.de(dossier, "preuves"))
                    .extracting(PieceDeposee::nom)
                    .containsExactly("un.pdf", "quatre.pdf");
            var page = Jsoup.parse(Depots.texte(reponse.getResponse()));
            assertThat(page.select("#preuves-messages li").eachText())
                    .satisfiesExactly(
                            refus -> assertThat(refus)
                                    .contains("« deux.exe » n’a pas été déposé. Ce format n’est pas accepté"),
                            refus -> assertThat(refus).contains("« trois.pdf »"));
            assertThat(page.select("[data-erreurs] li").eachText())
                    .as("le résumé aussi, chacun au nom de la question")
                    .hasSize(2)
                    .allMatch(refus -> refus.contains("n’a pas été déposé") && !refus.startsWith("«"));
        }
    }

    private MvcTestResult quatreFichiers(UUID cle) {
        return depots.web()
                .post()
                .uri(Depots.adresse(dossier) + "/preuves")
                .multipart()
                .file(new MockMultipartFile("preuves", "un.pdf", "application/pdf", PDF))
                .file(new MockMultipartFile("preuves", "deux.exe", "application/pdf", PDF))
                .file(new MockMultipartFile("preuves", "trois.pdf", "application/pdf", new byte[0]))
                .file(new MockMultipartFile("preuves", "quatre.pdf", "application/pdf", PDF))
                .param("envoyer", "preuves")
                .param("_cle", cle.toString())
                .with(authentication(Depots.jeton(claire)))
                .with(csrf())
                .exchange();
    }

    @Test
    void sans_javascript_seuls_les_espaces_de_la_page_recoivent() {
        assertThat(avecDesNomsInconnus("envoyer", "note")).hasStatus(404);
        assertThat(depots.de(dossier, "preuves")).isEmpty();

        assertThat(avecDesNomsInconnus("suite", "suivant")).hasStatus(303);
        assertThat(depots.de(dossier, "preuves")).extracting(PieceDeposee::nom).containsExactly("un.pdf");
    }

    /** Une page envoyée avec un fichier de ses espaces, d'autres sous des noms qu'elle n'a pas. */
    private MvcTestResult avecDesNomsInconnus(String bouton, String valeur) {
        return depots.web()
                .post()
                .uri(Depots.adresse(dossier) + "/preuves")
                .multipart()
                .file(new MockMultipartFile("preuves", "un.pdf", "application/pdf", PDF))
                .file(new MockMultipartFile("note", "deux.pdf", "application/pdf", PDF))
                .file(new MockMultipartFile("n'importe quoi", "trois.pdf", "application/pdf", PDF))
                .param(bouton, valeur)
                .with(authentication(Depots.jeton(claire)))
                .with(csrf())
                .exchange();
    }

    @Test
    void sans_javascript_un_fichier_se_retire_avec_la_page() {
        var piece = depots.depose(claire, dossier, "preuves", "note.pdf", PDF);

        var reponse = depots.web()
                .post()
                .uri(Depots.adresse(dossier) + "/preuves")
                .param("retirer", piece.toString())
                .with(authentication(Depots.jeton(claire)))
                .with(csrf())
                .exchange();

        assertThat(reponse).hasStatus(303);
        assertThat(depots.de(dossier, "preuves")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pas-un-fichier", "00000000-0000-0000-0000-000000000000"})
    void sans_javascript_un_fichier_inconnu_ramene_a_la_page_enregistree(String fichier) {
        var reponse = depots.web()
                .post()
                .uri(Depots.adresse(dossier) + "/preuves")
                .param("retirer", fichier)
                .param("r.note", "0")
                .param("note", "Gardée")
                .with(authentication(Depots.jeton(claire)))
                .with(csrf())
                .exchange();

        assertThat(reponse).hasStatus(303).hasHeader("Location", Depots.adresse(dossier) + "/preuves");
        assertThat(Depots.texte(depots.lire(claire, Depots.adresse(dossier) + "/preuves")))
                .contains("value=\"Gardée\"");
    }

    @Test
    @Tag("DOS-6")
    void sans_javascript_envoyer_un_fichier_ne_perd_pas_ce_que_l_autre_onglet_contredit() {
        noter("0", "Écrit dans l'autre onglet");

        var envoi = depots.web()
                .post()
                .uri(Depots.adresse(dossier) + "/preuves")
                .multipart()
                .file(new MockMultipartFile("preuves", "un.pdf", "application/pdf", PDF))
                .param("envoyer", "preuves")
                .param("r.note", "0")
                .param("note", "Tapé ici")
                .with(authentication(Depots.jeton(claire)))
                .with(csrf())
                .exchange();

        assertThat(envoi).hasStatus(422);
        conflitMontre(envoi.getResponse());
        assertThat(depots.de(dossier, "preuves")).extracting(PieceDeposee::nom).containsExactly("un.pdf");
    }

    @Test
    @Tag("DOS-6")
    void sans_javascript_retirer_un_fichier_ne_perd_pas_ce_que_l_autre_onglet_contredit() {
        var piece = depots.depose(claire, dossier, "preuves", "note.pdf", PDF);
        noter("0", "Écrit dans l'autre onglet");

        conflitMontre(retirerEnNotant(piece));
        assertThat(depots.de(dossier, "preuves")).isEmpty();
        // L'autre onglet l'a déjà retiré : ce qui est tapé ici reste quand même.
        conflitMontre(retirerEnNotant(piece));
    }

    private MockHttpServletResponse retirerEnNotant(UUID piece) {
        var reponse = depots.web()
                .post()
                .uri(Depots.adresse(dossier) + "/preuves")
                .param("retirer", piece.toString())
                .param("r.note", "0")
                .param("note", "Tapé ici")
                .with(authentication(Depots.jeton(claire)))
                .with(csrf())
                .exchange();
        assertThat(reponse).hasStatus(422);
        return reponse.getResponse();
    }

    private static void conflitMontre(MockHttpServletResponse reponse) {
        var page = Jsoup.parse(Depots.texte(reponse));
        assertThat(page.select("input[name=note]").val()).isEqualTo("Tapé ici");
        assertThat(page.select("input[name=r.note]").val())
                .as("rien ne se remplace avant le choix")
                .isEqualTo("0");
        assertThat(page.select("#ailleurs-note").text()).contains("Tapé ici", "Écrit dans l'autre onglet");
        assertThat(page.select("button[name=remplacer.note]").val()).isEqualTo("1");
    }

    private void noter(String revision, String valeur) {
        assertThat(depots.web()
                        .post()
                        .uri(Depots.adresse(dossier) + "/reponses/note")
                        .param("r.note", revision)
                        .param("note", valeur)
                        .with(authentication(Depots.jeton(claire)))
                        .with(csrf()))
                .hasStatusOk();
    }
}
