package fr.convergence.portail.etape;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.dossier.HistoriqueDuDossier;
import fr.convergence.portail.dossier.Passage.Changement;
import fr.convergence.portail.saisie.Editions;
import fr.convergence.portail.saisie.ReponsesSaisies;
import fr.convergence.socle.essai.OrdresDeTest;
import fr.convergence.socle.journal.Journal;
import fr.convergence.socle.page.Message;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Un tableau par entité se remplit cellule par cellule, chacune à sa place et à sa révision. */
@TestDuPortail
@Tag("FRM-2")
final class TableauParEntiteTest {

    @Autowired
    ApplicationContext portail;

    @Autowired
    ReponsesSaisies reponses;

    @Autowired
    Editions editions;

    @Autowired
    HistoriqueDuDossier historique;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient base;

    @Test
    void une_cellule_s_enregistre_a_sa_place_et_la_part_se_recalcule() {
        var tableau = UnTableau.de(portail, 2);

        assertThat(tableau.repondre(0, "activite", "0", "660")).hasStatusOk();
        assertThat(tableau.repondre(0, "couverture", "0", "oui")).hasStatusOk();
        assertThat(tableau.repondre(1, "activite", "0", "340")).hasStatusOk();
        var derniere = tableau.repondre(1, "couverture", "0", "non");

        assertThat(derniere).hasStatusOk();
        assertThat(derniere)
                .bodyText()
                .contains("id=\"question-" + tableau.place(1, "couverture") + "\"")
                .contains("66 %")
                .doesNotContain(tableau.place(0, "activite"));
        assertThat(base.sql("select reponses::text from saisie_reponses where etape = ?")
                        .param(tableau.dossier().courante().id())
                        .query(String.class)
                        .single())
                .contains("\"" + tableau.place(0, "activite") + "\": {\"p\"");
        assertThat(tableau.page("/recapitulatif")).bodyText().contains("SITE 1", "Activité", "660", "Part couverte");
    }

    @Test
    void sous_le_seuil_le_tableau_est_refuse_et_le_dit() {
        var tableau = UnTableau.de(portail, 2);
        remplir(tableau, "10", "non");
        tableau.repondre(0, "couverture", "1", "oui");

        assertThat(tableau.page("/entites")).bodyText().contains("Couvrez au moins 66 % de l’activité.");
        assertThat(tableau.transmettre()).hasStatus(422);

        tableau.repondre(1, "couverture", "1", "oui");
        assertThat(tableau.transmettre()).hasStatus(303);
    }

    @Test
    void deux_onglets_sur_deux_cellules_ne_se_genent_pas_sur_la_meme_ils_choisissent() {
        var tableau = UnTableau.de(portail, 2);
        tableau.repondre(0, "activite", "0", "1");

        assertThat(tableau.repondre(0, "couverture", "0", "oui")).hasStatusOk();
        assertThat(tableau.repondre(1, "activite", "0", "2")).hasStatusOk();
        assertThat(tableau.repondre(0, "activite", "0", "3")).hasStatus(409);

        assertThat(reponses.lire(tableau.dossier().courante().id())
                        .valeur(tableau.place(0, "activite"))
                        .texte())
                .isEqualTo("1");
    }

    @Test
    void la_ligne_d_une_entite_qui_n_est_pas_la_sienne_n_existe_pas() {
        var tableau = UnTableau.de(portail, 1);
        var autre = UnTableau.de(portail, 1);
        tableau.entites.add(autre.entites.getFirst());

        assertThat(tableau.repondre(1, "activite", "0", "5")).hasStatus(404);
        assertThat(tableau.repondre(0, "inconnue", "0", "5")).hasStatus(404);
        assertThat(tableau.page("/pieces/" + tableau.place(0, "preuve"))).hasStatusOk();
        assertThat(tableau.page("/pieces/" + tableau.place(1, "preuve"))).hasStatus(404);

        var champs = new LinkedHashMap<String, String>();
        champs.put("r." + tableau.place(1, "activite"), "0");
        champs.put(tableau.place(1, "activite"), "5");
        champs.put("r." + tableau.place(0, "activite"), "0");
        champs.put(tableau.place(0, "activite"), "7");
        var page = tableau.envoyer("/entites", champs);

        assertThat(page).hasStatus(409);
        assertThat(page).bodyText().as("ce qui était tapé est rendu").contains("Activité");
        var gardees = reponses.lire(tableau.dossier().courante().id());
        assertThat(gardees.parQuestion()).containsOnlyKeys(tableau.place(0, "activite"));
    }

    @Test
    void sans_javascript_tout_le_tableau_part_avec_la_page() {
        var tableau = UnTableau.de(portail, 9);
        var champs = champs(tableau, "0", "4");
        champs.put("suite", "suivant");
        assertThat(tableau.envoyer("/entites", champs)).hasStatus(303);
        assertThat(tableau.page("/recapitulatif")).bodyText().contains("36", "100 %");
        assertThat(tableau.transmettre()).hasStatus(303);
    }

    @Test
    void rendu_corrige_et_transmis_de_nouveau_il_se_compare_ligne_par_ligne() {
        var tableau = UnTableau.de(portail, 2);
        remplir(tableau, "12", "oui");
        assertThat(tableau.transmettre()).hasStatus(303);
        tableau.rendre();
        assertThat(tableau.page("/recapitulatif"))
                .bodyText()
                .contains("Entités couvertes")
                .contains("inchangees");
        assertThat(tableau.page("/autre")).bodyText().doesNotContain("name=\"r.role\"");

        assertThat(tableau.repondre(0, "activite", "1", "14")).hasStatusOk();
        assertThat(tableau.page("/recapitulatif")).bodyText().doesNotContain("id=\"inchangees\"");
        base.sql("update etablissement_eg set ferme_le = current_date where finess = ?")
                .param(tableau.entites.get(1))
                .update();
        assertThat(tableau.transmettre()).hasStatus(303);

        var passages = historique.pourLeReferent(tableau.dossier());
        assertThat(passages.stream().flatMap(passage -> passage.changements().stream()))
                .contains(new Changement(
                        Optional.of("Entités couvertes"), "SITE 1 – Activité", Optional.empty(), "12", "14"));
        var etape = tableau.dossier().courante().id();
        assertThat(editions.numero(etape, 1)
                        .orElseThrow()
                        .contenu()
                        .valeur("entites")
                        .lignes())
                .hasSize(2);
    }

    /** Mesuré : la page, et la réponse d'une cellule, qui ne renvoie pas les lignes. */
    @Test
    void a_200_entites_la_page_reste_maniable_et_une_cellule_ne_renvoie_qu_elle() throws UnsupportedEncodingException {
        var tableau = UnTableau.de(portail, 200);
        var page = tableau.page("/entites");
        assertThat(page).hasStatusOk();
        assertThat(octets(page)).isLessThan(1_000_000);

        var cellule = tableau.repondre(199, "activite", "0", "5");
        assertThat(cellule).hasStatusOk();
        assertThat(octets(cellule)).isLessThan(10_000);
        assertThat(cellule).bodyText().contains("399 réponses");
    }

    @Test
    void un_formulaire_de_200_entites_s_enregistre_en_dix_ordres_et_une_ligne_de_journal() {
        var tableau = UnTableau.de(portail, 200);
        var champs = champs(tableau, "0", "5");
        for (var entite = 0; entite < 200; entite++) {
            for (var colonne : List.of("effectif", "remarque")) {
                champs.put("r." + tableau.place(entite, colonne), "0");
                champs.put(tableau.place(entite, colonne), "7");
            }
        }
        var lignes = journal.chaine(tableau.reference.valeur()).size();
        assertThat(tableau.page("/entites")).hasStatusOk();

        var ordres = OrdresDeTest.de(
                () -> assertThat(tableau.envoyer("/entites", champs)).hasStatus(303));

        assertThat(ordres).hasSizeLessThanOrEqualTo(10).anyMatch(ordre -> ordre.contains("saisie_revision"));
        assertThat(reponses.lire(tableau.dossier().courante().id()).parQuestion())
                .hasSize(800);
        assertThat(journal.chaine(tableau.reference.valeur())).hasSize(lignes + 1);
        var passage = historique.pourLeReferent(tableau.dossier()).getFirst();
        assertThat(passage.libelle()).isEqualTo(Message.brut("800 réponses enregistrées"));
        assertThat(passage.cellules()).isEqualTo(Map.of("Entités couvertes", 800L));
        assertThat(passage.changements())
                .contains(new Changement(
                        Optional.of("Entités couvertes"), "SITE 200 – Activité", Optional.empty(), "", "5"));

        assertThat(OrdresDeTest.de(
                        () -> assertThat(tableau.envoyer("/entites", champs)).hasStatus(303)))
                .as("rien n'a changé")
                .noneMatch(ordre -> ordre.contains("insert into saisie_revision") || ordre.contains("journal_ajouter"));
    }

    @Test
    void un_tableau_arrete_se_rend_en_lisant_une_fois_ce_que_la_page_montrait() {
        var tableau = UnTableau.de(portail, 9);
        remplir(tableau, "12", "oui");
        assertThat(tableau.transmettre()).hasStatus(303);
        var champs = champs(tableau, "1", "12");
        champs.put(tableau.place(3, "activite"), "13");

        var ordres = OrdresDeTest.de(() -> assertThat(tableau.envoyer("/entites", champs))
                .hasStatus(409)
                .bodyText()
                .contains("SITE 4 – Activité")
                .doesNotContain("SITE 3 – Activité"));

        assertThat(ordres.stream().filter(ordre -> ordre.contains("saisie_revision")))
                .hasSize(1);
    }

    @Test
    void un_fichier_choisi_dans_une_ligne_se_nomme_quand_l_etape_s_est_fermee() {
        var tableau = UnTableau.de(portail, 2);
        remplir(tableau, "12", "oui");
        assertThat(tableau.transmettre()).hasStatus(303);

        assertThat(tableau.joindre("/entites", tableau.place(1, "preuve"), "attestation.pdf"))
                .hasStatus(409)
                .bodyText()
                .contains("SITE 2 – Preuve : fichiers choisis, non reçus", "attestation.pdf");
    }

    /** Ce qu'un lecteur d'écran dit de chaque case, et d'une erreur. */
    @Test
    void chaque_case_dit_son_entite_et_sa_colonne_et_son_erreur_la_suit() {
        var tableau = UnTableau.de(portail, 2);
        var page = lue(tableau.page("/entites"), 200);
        var colonnes = page.select(".cv-tableau--entites thead th[scope=col]").eachText();
        assertThat(page.select(".cv-tableau--entites caption").text()).startsWith("Entités couvertes");
        assertThat(colonnes).hasSize(6);
        for (var ligne : page.select(".cv-tableau--entites tbody tr")) {
            var entite = ligne.select("th[scope=row]").text().replaceFirst(" \\d+$", "");
            var cases = ligne.select("td");
            assertThat(cases).hasSize(5);
            for (var rang = 0; rang < 5; rang++) {
                var champ = cases.get(rang).selectFirst("input:not([type=hidden]), select");
                assertThat(page.select("label[for='" + champ.id() + "']").text())
                        .startsWith(entite + " – " + colonnes.get(rang + 1).replace(" (facultatif)", ""));
            }
        }

        var fausse = lue(tableau.repondre(1, "activite", "0", "douze"), 422);
        var champ = fausse.getElementById(tableau.place(1, "activite"));
        assertThat(champ.attr("aria-invalid")).isEqualTo("true");
        assertThat(champ.closest(".cv-cellule")
                        .getElementById(champ.attr("aria-describedby"))
                        .text())
                .contains("Saisissez un seul nombre");
    }

    private static Document lue(MvcTestResult page, int statut) {
        assertThat(page).hasStatus(statut);
        return Jsoup.parse(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private static Map<String, String> champs(UnTableau tableau, String revision, String activite) {
        var champs = new LinkedHashMap<String, String>();
        for (var entite = 0; entite < tableau.entites.size(); entite++) {
            for (var cellule : Map.of("activite", activite, "couverture", "oui").entrySet()) {
                champs.put("r." + tableau.place(entite, cellule.getKey()), revision);
                champs.put(tableau.place(entite, cellule.getKey()), cellule.getValue());
            }
        }
        return champs;
    }

    private static void remplir(UnTableau tableau, String activite, String couverture) {
        for (var entite = 0; entite < tableau.entites.size(); entite++) {
            assertThat(tableau.repondre(entite, "activite", "0", activite)).hasStatusOk();
            tableau.repondre(entite, "couverture", "0", couverture);
        }
    }

    private static int octets(MvcTestResult page) throws UnsupportedEncodingException {
        return page.getResponse().getContentAsString(StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8).length;
    }
}
