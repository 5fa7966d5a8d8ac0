package fr.convergence.portail.piece;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.EtatEtape;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.fichier.EtatFichier;
import fr.convergence.socle.fichier.Fichiers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** La liste d'un espace de dépôt, son formulaire sans JavaScript, et ce qu'on en retire. */
@TestDuPortail
@Tag("PCE-2")
@Tag("PCE-6")
final class EspaceDeDepotTest extends EssaisDeDepot {

    @Autowired
    Fichiers fichiers;

    @Autowired
    HorlogeDeTest horloge;

    @Test
    void la_liste_se_redemande_tant_qu_un_fichier_est_en_analyse() {
        depots.depose(claire, dossier, "preuves", "note.pdf", PDF);
        var premiere = liste("");
        assertThat(premiere.getHeader("HX-Trigger")).isEqualTo("completude");
        var relecture = Jsoup.parse(Depots.texte(premiere)).select("ul").attr("hx-get");
        assertThat(Depots.texte(premiere)).contains("En cours d’analyse", "every 3s");

        var vu = relecture.substring(relecture.indexOf('?'));
        assertThat(liste(vu).getHeader("HX-Reswap")).isEqualTo("none");

        analyse.analyserLot();
        var apres = liste(vu);
        assertThat(apres.getHeader("HX-Reswap")).isNull();
        assertThat(Depots.texte(apres))
                .contains("Reçu, non analysé")
                .as("ni une réussite ni un défaut, pour qui le dépose comme pour qui le lit")
                .contains("cv-etat--information")
                .doesNotContain("every 3s");
    }

    @Test
    void une_piece_jamais_transmise_s_efface_pour_de_bon() {
        var piece = depots.depose(claire, dossier, "preuves", "note.pdf", PDF);
        assertThat(retirer(depots.referent(), piece).getStatus()).isEqualTo(404);

        var reponse = retirer(claire, piece);

        assertThat(reponse.getStatus()).isEqualTo(200);
        assertThat(depots.de(dossier, "preuves")).isEmpty();
        assertThat(fichiers.fiche(piece).orElseThrow().etat()).isInstanceOf(EtatFichier.Supprime.class);
    }

    @Test
    void une_piece_transmise_ne_se_retire_plus_et_reste_lisible_quand_une_reprise_la_remplace() {
        var piece = depots.depose(claire, dossier, "preuves", "note.pdf", PDF);
        analyse.analyserLot();
        depots.transmettre(claire, dossier);

        retirer(claire, piece);
        assertThat(depots.de(dossier, "preuves")).hasSize(1);

        depots.rendre(
                claire,
                dossier,
                etape -> etape.demanderModification(
                        depots.horloge().instant(),
                        "À compléter",
                        List.of(),
                        false,
                        depots.horloge().instant().plusSeconds(3600)));
        retirer(claire, piece);

        assertThat(depots.de(dossier, "preuves")).isEmpty();
        assertThat(depots.lire(claire, "/pieces/" + piece).getStatus()).isEqualTo(200);
    }

    @Test
    void un_fichier_a_reprendre_est_repris_des_qu_on_le_retire_ou_le_remplace() {
        var piece = depots.depose(claire, dossier, "preuves", "note.pdf", PDF);
        analyse.analyserLot();
        depots.transmettre(claire, dossier);
        depots.rendre(
                claire,
                dossier,
                etape -> etape.demanderModification(
                        depots.horloge().instant(),
                        "Illisible",
                        List.of(new EtatEtape.Correction("preuves", "illisible")),
                        false,
                        depots.horloge().instant().plusSeconds(3600)));
        horloge.avancer(Duration.ofMinutes(1));
        assertThat(recapitulatif().select("#inchangees a").eachText()).containsExactly("Preuves");

        retirer(claire, piece);
        assertThat(recapitulatif().select("#inchangees")).isEmpty();
        depots.depose(claire, dossier, "preuves", "nette.pdf", PDF);
        assertThat(recapitulatif().select("#inchangees")).isEmpty();
        assertThat(recapitulatif().select("[id^=etat-]").text()).doesNotContain("À corriger");
    }

    private Document recapitulatif() {
        return Jsoup.parse(Depots.texte(depots.lire(claire, Depots.adresse(dossier) + "/recapitulatif")));
    }

    @Test
    void depots_et_retraits_s_inscrivent_a_l_histoire_du_dossier() throws Exception {
        var piece = depots.depose(claire, dossier, "preuves", "rapport.pdf", PDF);
        depots.demander(claire, HttpMethod.POST, Depots.adresse(dossier) + "/pieces/preuves/" + piece + "/retrait");

        var histoire = Depots.texte(depots.lire(claire, "/dossiers/" + dossier.reference() + "/historique"));

        assertThat(histoire)
                .contains("1 fichier déposé, 1 fichier retiré", "<ins>rapport.pdf</ins>", "<del>rapport.pdf</del>")
                .doesNotContain("⟦");
    }

    @Test
    void une_photo_jpeg_se_choisit_comme_une_jpg() {
        var page = Jsoup.parse(Depots.texte(depots.lire(claire, Depots.adresse(dossier) + "/preuves")));

        assertThat(page.select("#rib").attr("accept").split(",")).contains(".pdf", ".jpg", ".jpeg");
        assertThat(page.select("[data-televersement]:has(#rib)")
                        .attr("data-extensions")
                        .split(" "))
                .contains("pdf", "jpg", "jpeg");
        assertThat(page.select("label[for=rib]").text()).contains("Les formats autorisés sont : pdf, jpg.");
    }

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

    private MockHttpServletResponse liste(String parametres) {
        return depots.lire(claire, Depots.adresse(dossier) + "/pieces/preuves" + parametres);
    }

    private MockHttpServletResponse retirer(Connecte qui, UUID piece) {
        return depots.demander(qui, HttpMethod.POST, Depots.adresse(dossier) + "/pieces/preuves/" + piece + "/retrait");
    }
}
