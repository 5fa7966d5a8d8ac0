package fr.convergence.portail.etape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import java.util.LinkedHashMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Un formulaire que la porte arrête rend ce qui y était tapé, et repart de la page qui le rend (CNX-7, DOS-6). */
@TestDuPortail
@Tag("CNX-7")
@Tag("DOS-6")
final class SaisieArreteeTest {

    @Autowired
    MockMvcTester web;

    @Autowired
    Requetes requetes;

    @Autowired
    ApplicationContext portail;

    @Autowired
    UneSaisie saisie;

    @Test
    void une_session_finie_rend_la_section_et_mene_a_la_connexion_par_la_page_du_formulaire() {
        var page = rendue(section().exchange(), 401);

        assertThat(page.select("h1").text()).contains("Votre session est terminée");
        assertThat(page.select("dt").eachText()).containsExactly("Votre rôle", "Appartenez-vous à un groupe ?");
        assertThat(page.select("dd").eachText()).containsExactly("Directrice <b>adjointe</b>", "Oui");
        var lien = page.selectFirst(".cv-etroit a[target=_blank]");
        assertThat(lien.text()).isEqualTo("Se connecter");
        assertThat(lien.attr("href")).isEqualTo(saisie.adresse("/engagement"));
        assertThat(page.select(".cv-etroit").text()).doesNotContain("suivant", "r.role");
    }

    @Test
    void un_jeton_bon_dans_une_session_ou_personne_n_est_connecte_rend_de_meme() {
        assertThat(rendue(section().with(csrf()).exchange(), 401).select("dd").eachText())
                .contains("Directrice <b>adjointe</b>");
    }

    @Test
    void reconnecte_on_envoie_de_nouveau_ce_que_la_page_rend() {
        var page = rendue(section().with(requetes.par(saisie.claire)).exchange(), 403);
        assertThat(page.select("h1").text()).contains("Votre page a expiré");

        var renvoi = requetes.envoyer(saisie.claire, formulaire(page).attr("action"), champs(page));

        assertThat(renvoi).hasStatus(303);
        assertThat(Jsoup.parse(new String(
                                saisie.page("/engagement").getResponse().getContentAsByteArray(), UTF_8))
                        .select("[name=role]")
                        .val())
                .isEqualTo("Directrice <b>adjointe</b>");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Origin, https://ailleurs.example",
        "Origin, null",
        "X-Rien, rien"
    })
    void une_page_etrangere_ne_fait_rien_dire_au_site(String entete, String valeur) {
        var reponse = web.post()
                .uri(saisie.adresse("/engagement"))
                .header("Host", "localhost")
                .header(entete, valeur)
                .param("r.role", "0")
                .param("role", "Appelez le 01 02 03 04 05")
                .exchange();

        assertThat(reponse)
                .hasStatus(403)
                .bodyText()
                .contains("Votre page a expiré")
                .doesNotContain("Appelez");
    }

    @Test
    void un_navigateur_qui_ne_dit_que_son_origine_est_cru() {
        assertThat(web.post()
                        .uri(saisie.adresse("/engagement"))
                        .header("Host", "localhost")
                        .header("Origin", "https://localhost")
                        .param("r.role", "0")
                        .param("role", "Directrice")
                        .exchange())
                .hasStatus(401)
                .bodyText()
                .contains("Directrice");
    }

    @Test
    void une_demande_de_modification_rend_son_message_et_chaque_motif_sous_sa_question() {
        var page = rendue(
                dIci("/instruction/" + saisie.reference + "/candidature/decisions/modification")
                        .param("version", "3")
                        .param("motif", "Le RIB est illisible")
                        .param("retour", "2026-12-15")
                        .param("limitee", "oui")
                        .param("correction.role", "Quel est votre rôle exact ?")
                        .param("correction.iban", " ")
                        .exchange(),
                401);

        assertThat(page.select("dt").eachText())
                .hasSize(4)
                .contains("Motif ou message", "À renvoyer au plus tard le", "Ne rouvrir que ces questions")
                // Le libellé est celui d'un formulaire en vigueur, que d'autres essais publient aussi.
                .anyMatch(titre -> titre.startsWith("À corriger : Votre rôle"));
        assertThat(page.select("dd").eachText())
                .containsExactlyInAnyOrder(
                        "Le RIB est illisible", "15 décembre 2026", "Oui", "Quel est votre rôle exact ?");
        assertThat(champs(page)).containsEntry("limitee", "oui").containsEntry("version", "3");
    }

    @Test
    void une_cellule_d_un_tableau_se_rend_sous_son_entite() {
        UnTableau.de(portail, 1);
        var page = rendue(
                dIci("/dossiers/" + saisie.reference + "/candidature/entites")
                        .param("r.750712184/activite", "0")
                        .param("750712184/activite", "12")
                        .param("r.750712184/couverture", "0")
                        .param("750712184/couverture", "oui")
                        .exchange(),
                401);

        assertThat(page.select("dt").eachText()).hasSize(2).allMatch(libelle -> libelle.contains("750712184"));
        assertThat(page.select("dd").eachText()).containsExactly("12", "Oui");
    }

    @Test
    void un_contact_un_compte_une_candidature_se_rendent_aussi() {
        var contact = rendue(
                dIci("/dossiers/" + saisie.reference + "/contacts/role")
                        .param("role", "Directrice")
                        .exchange(),
                401);
        assertThat(contact.select("dd").eachText()).containsExactly("Directrice");

        var compte = rendue(
                dIci("/compte/informations").param("prenom", "Marie-Ange").exchange(), 401);
        assertThat(compte.select("dt").eachText()).containsExactly("Prénom");

        var candidature = rendue(
                dIci("/dossiers")
                        .param("guichet", "ESSAI-SAISIE")
                        .param("etablissement", "EJ_PRIVEE/750000001")
                        .exchange(),
                401);
        assertThat(candidature.select("dt")).isEmpty();
        assertThat(champs(candidature)).containsEntry("guichet", "ESSAI-SAISIE");
    }

    @Test
    void ce_qui_est_coche_se_dit_en_mots_et_une_note_se_nomme() {
        var export = rendue(
                dIci("/instruction/exports")
                        .param("colonnes", "REFERENCE", "CANDIDAT")
                        .param("forme", "CSV")
                        .exchange(),
                401);
        assertThat(export.select("dt").eachText()).hasSize(2);
        assertThat(export.select("dd").eachText().getFirst())
                .contains("Établissement")
                .doesNotContain("REFERENCE");
        assertThat(export.select("dd").eachText().getLast()).contains("CSV");

        var invitation = rendue(
                dIci("/administration/invitations")
                        .param("civilite", "MADAME")
                        .param("role", "ARS")
                        .param("region", "53")
                        .exchange(),
                401);
        assertThat(invitation.select("dt").eachText()).containsExactly("Civilité", "Rôle", "Région");
        assertThat(invitation.select("dd").eachText()).startsWith("Madame").endsWith("Bretagne");

        var note = rendue(
                dIci("/instruction/" + saisie.reference + "/notes")
                        .param("texte", "À revoir")
                        .exchange(),
                401);
        assertThat(note.select("dt").eachText()).containsExactly("Note");
    }

    @Test
    void un_mot_de_passe_un_code_ne_se_rendent_jamais() {
        var reponse = dIci("/inscription/informations")
                .param("_csrf", "jeton-mort")
                .param("nom", "Faure")
                .param("motDePasse", "un secret bien long")
                .param("confirmation", "un secret bien long")
                .param("controle", "AB12")
                .exchange();

        var page = rendue(reponse, 403);
        assertThat(page.select("dd").eachText()).containsExactly("Faure");
        assertThat(page.text()).contains("Les mots de passe et les codes ne sont jamais gardés");
        assertThat(page.html()).doesNotContain("un secret bien long", "AB12", "jeton-mort");
        assertThat(dIci("/connexion/code").param("code", "123456").exchange())
                .hasStatus(403)
                .bodyText()
                .doesNotContain("123456");
    }

    @Test
    void une_page_sans_rien_a_rendre_ou_une_adresse_inconnue_dit_seulement_qu_elle_a_expire() {
        assertThat(dIci("/activation/renvois").exchange())
                .hasStatus(403)
                .bodyText()
                .contains("Votre page a expiré");
        assertThat(dIci("/nulle-part").param("nom", "Faure").exchange())
                .hasStatus(403)
                .bodyText()
                .doesNotContain("Faure");
    }

    private MockMvcRequestBuilder section() {
        return dIci(saisie.adresse("/engagement"))
                .header("Referer", "http://localhost" + saisie.adresse("/engagement"))
                .param("r.role", "0")
                .param("role", "Directrice <b>adjointe</b>")
                .param("r.groupe", "0")
                .param("groupe", "oui")
                .param("r.nom_groupe", "0")
                .param("nom_groupe", "")
                .param("suite", "brouillon")
                .param("_cle", "0193a000-0000-7000-8000-000000000001");
    }

    private MockMvcRequestBuilder dIci(String adresse) {
        return web.post().uri(adresse).header("Sec-Fetch-Site", "same-origin");
    }

    private static Document rendue(MvcTestResult reponse, int statut) {
        assertThat(reponse).hasStatus(statut).containsHeader("Cache-Control");
        var page = Jsoup.parse(new String(reponse.getResponse().getContentAsByteArray(), UTF_8));
        assertThat(page.text()).contains("Envoyer de nouveau").doesNotContain("⟦");
        return page;
    }

    private static Element formulaire(Document page) {
        return page.selectFirst(".cv-etroit form[method=post]");
    }

    private static LinkedHashMap<String, String> champs(Document page) {
        var champs = new LinkedHashMap<String, String>();
        formulaire(page)
                .select("input[type=hidden]")
                .forEach(champ -> champs.put(champ.attr("name"), champ.attr("value")));
        champs.remove("_csrf");
        return champs;
    }
}
