package fr.convergence.portail.etape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.guichet.GuichetsPublies;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Un long tableau se remplit par pages, chacune à son adresse, avec ou sans JavaScript. */
@TestDuPortail
@Tag("FRM-2")
final class PagesDuTableauTest {

    @Autowired
    ApplicationContext portail;

    @Autowired
    GuichetsPublies guichets;

    @Test
    void chaque_page_a_son_adresse_et_dit_ce_qu_il_y_reste() {
        var tableau = UnTableau.de(portail, 60);

        var premiere = lue(tableau.page("/entites"));
        assertThat(premiere.select("tbody > tr")).hasSize(25);
        assertThat(premiere.select("caption").text()).contains("1 à 25 sur 60");
        assertThat(premiere.select(".fr-pagination a").eachText())
                .containsExactly(
                        "1 à 25 sur 60 · 25 lignes à compléter",
                        "26 à 50 sur 60 · 25 lignes à compléter",
                        "51 à 60 sur 60 · 10 lignes à compléter");
        assertThat(premiere.select(".fr-pagination a[href]").eachAttr("href"))
                .containsExactly("?lignes=2", "?lignes=3");

        assertThat(lue(tableau.page("/entites?lignes=3")).select("tbody > tr")).hasSize(10);
        assertThat(lue(tableau.page("/entites?lignes=" + tableau.entites.get(30)))
                        .select("tbody th")
                        .eachText())
                .as("la page de cette entité")
                .anyMatch(ligne -> ligne.startsWith("SITE 31 "));
        for (var hors : new String[] {"0", "-4", "abc", "99999999999", UnFiness.nouveau()}) {
            assertThat(lue(tableau.page("/entites?lignes=" + hors))
                            .select("caption")
                            .text())
                    .as("%s : ni une page, ni une entité d'ici", hors)
                    .contains("1 à 25 sur 60");
        }
        assertThat(lue(tableau.page("/entites?lignes=99")).select("caption").text())
                .contains("51 à 60 sur 60");
    }

    @Test
    void suivant_mene_de_page_en_page_puis_a_la_section_d_apres_precedent_de_meme() {
        var tableau = UnTableau.de(portail, 60);

        assertThat(envoyer(tableau, 1, "suivant", "oui")).hasHeader("Location", tableau.adresse("/entites?lignes=2"));
        assertThat(envoyer(tableau, 2, "precedent", "oui")).hasHeader("Location", tableau.adresse("/entites"));
        assertThat(envoyer(tableau, 2, "brouillon", "oui")).hasHeader("Location", tableau.adresse("/entites?lignes=2"));
        assertThat(envoyer(tableau, 2, "suivant", "oui")).hasHeader("Location", tableau.adresse("/entites?lignes=3"));
        assertThat(envoyer(tableau, 3, "suivant", "oui")).hasHeader("Location", tableau.adresse("/autre"));
        assertThat(tableau.page("/recapitulatif")).bodyText().contains("60", "100 %");
        assertThat(tableau.transmettre()).hasStatus(303);
    }

    @Test
    void une_question_qu_un_total_fait_paraitre_en_tete_de_section_se_montre_depuis_la_derniere_page() {
        var tableau = UnTableau.de(portail, 30);
        envoyer(tableau, 1, "suivant", "oui");
        var derniere = champs(tableau, 2, "oui");
        derniere.put(tableau.place(29, "activite"), "200000");
        derniere.put("suite", "suivant");

        assertThat(tableau.envoyer("/entites", derniere))
                .hasHeader("Location", tableau.adresse("/entites#question-ampleur"));

        derniere.replaceAll((champ, valeur) -> champ.startsWith("r.") ? "1" : valeur);
        assertThat(tableau.envoyer("/entites", derniere))
                .as("on l'a vue : elle peut attendre")
                .hasHeader("Location", tableau.adresse("/autre"));
    }

    @Test
    void une_reponse_facultative_fausse_s_ouvre_a_la_page_de_sa_ligne() {
        var tableau = UnTableau.de(portail, 30);
        envoyer(tableau, 1, "suivant", "oui");
        envoyer(tableau, 2, "suivant", "oui");
        tableau.repondre(28, "effectif", "0", "douze");

        assertThat(tableau.page("")).hasHeader("Location", tableau.adresse("/entites?lignes=2"));
    }

    @Test
    void ce_qu_on_reproche_au_tableau_entier_n_arrete_qu_a_sa_derniere_page() {
        var tableau = UnTableau.de(portail, 30);

        assertThat(envoyer(tableau, 1, "suivant", "non"))
                .as("la part n'y est pas encore")
                .hasStatus(303);
        assertThat(envoyer(tableau, 2, "suivant", "non"))
                .hasStatus(422)
                .bodyText()
                .contains("Couvrez au moins 66 %");

        var fausse = champs(tableau, 1, "oui");
        fausse.put(tableau.place(3, "activite"), "douze");
        fausse.replaceAll((champ, valeur) -> champ.startsWith("r.") ? "1" : valeur);
        assertThat(tableau.envoyer("/entites", fausse))
                .hasStatus(422)
                .bodyText()
                .contains("Saisissez un seul nombre");
        fausse = champs(tableau, 2, "oui");
        fausse.replaceAll((champ, valeur) -> champ.startsWith("r.") ? "1" : valeur);
        fausse.put("suite", "suivant");
        assertThat(tableau.envoyer("/entites", fausse))
                .as("ce qui est faux ailleurs n'arrête pas ici")
                .hasStatus(303);
    }

    @Test
    void ce_qui_reste_s_ouvre_a_la_page_de_sa_ligne() {
        var tableau = UnTableau.de(portail, 30);
        envoyer(tableau, 1, "suivant", "oui");

        assertThat(tableau.page("")).hasHeader("Location", tableau.adresse("/entites?lignes=2"));
        assertThat(tableau.page("/recapitulatif"))
                .bodyText()
                .contains(tableau.adresse(
                        "/entites?lignes=" + tableau.entites.get(25) + "#" + tableau.place(25, "activite")));

        var cellule = lue(tableau.repondre(26, "activite", "0", "3"));
        assertThat(cellule.select(".fr-pagination a").eachText())
                .containsExactly("1 à 25 sur 30", "26 à 30 sur 30 · 5 lignes à compléter");
        assertThat(cellule.select("[aria-current=page]").text()).startsWith("26 à 30");
        lue(tableau.repondre(26, "couverture", "0", "oui"));
        assertThat(lue(tableau.page("/entites")).select(".fr-pagination").text())
                .contains("4 lignes à compléter");
    }

    @Test
    void une_page_n_envoie_jamais_plus_que_ce_que_sa_definition_annonce() {
        var tableau = UnTableau.de(portail, 200);
        var annonces = guichets.formulaire(new Reference("ESSAI-ENTITES", 1), "candidature")
                .orElseThrow()
                .definition()
                .questions()
                .mapToInt(question -> question.type().champs())
                .sum();

        for (var page : new String[] {"/entites", "/ensemble", "/entites?lignes=4", "/ensemble?lignes=8"}) {
            var champs = lue(tableau.page(page)).select("form[data-saisie] :is(input, select, textarea)[name]");
            assertThat(champs.size()).as(page).isBetween(200, annonces + 20);
        }
    }

    private static MvcTestResult envoyer(UnTableau tableau, int page, String suite, String couverture) {
        var champs = champs(tableau, page, couverture);
        champs.put("suite", suite);
        return tableau.envoyer("/entites", champs);
    }

    /** Ce qu'en envoie un navigateur sans JavaScript : les lignes de la page, et laquelle c'est. */
    private static Map<String, String> champs(UnTableau tableau, int page, String couverture) {
        var champs = new LinkedHashMap<String, String>();
        champs.put("lignes", String.valueOf(page));
        for (var rang = (page - 1) * 25; rang < Math.min(page * 25, tableau.entites.size()); rang++) {
            for (var cellule : Map.of("activite", "1", "couverture", couverture).entrySet()) {
                champs.put("r." + tableau.place(rang, cellule.getKey()), "0");
                champs.put(tableau.place(rang, cellule.getKey()), cellule.getValue());
            }
        }
        return champs;
    }

    private static Document lue(MvcTestResult page) {
        assertThat(page).hasStatusOk();
        return Jsoup.parse(new String(page.getResponse().getContentAsByteArray(), UTF_8));
    }
}
