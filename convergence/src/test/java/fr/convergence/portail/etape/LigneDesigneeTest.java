package fr.convergence.portail.etape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.Requetes;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.dossier.EtatEtape.AModifier;
import fr.convergence.portail.dossier.EtatEtape.Correction;
import fr.convergence.portail.instruction.UneInstruction;
import fr.convergence.portail.saisie.ReponsesSaisies;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Un vérificateur désigne une ligne d'un tableau : elle seule se rouvre, et chacun voit laquelle (INSTR-3). */
@TestDuPortail
@Tag("FRM-2")
@Tag("INSTR-3")
final class LigneDesigneeTest {

    @Autowired
    ApplicationContext portail;

    @Autowired
    UneInstruction instruction;

    @Autowired
    Requetes requetes;

    @Autowired
    ReponsesSaisies reponses;

    @Test
    void seule_la_ligne_designee_se_rouvre_et_le_dit() {
        var tableau = transmis();
        tableau.rendre(ligne(tableau, 1));

        var page = lue(tableau.page("/entites"));
        assertThat(page.select("tbody input[name^=r.]").eachAttr("name"))
                .hasSize(5)
                .allMatch(nom -> nom.startsWith("r." + tableau.entites.get(1)));
        assertThat(page.getElementById(tableau.entites.get(1) + "/entites")
                        .select(".cv-a-corriger")
                        .text())
                .isEqualTo("À corriger : L'activité est fausse");
        assertThat(page.select(".cv-a-corriger")).hasSize(1);
        var lien = page.select(".fr-alert--warning li a");
        assertThat(lien.text()).isEqualTo("SITE 2 – Entités couvertes");
        assertThat(lien.attr("href"))
                .isEqualTo(tableau.adresse(
                        "/entites?lignes=" + tableau.entites.get(1) + "#" + tableau.entites.get(1) + "/entites"));

        assertThat(tableau.repondre(0, "activite", "1", "13")).hasStatus(404);
        assertThat(page.select("input[type=file]").eachAttr("id")).containsExactly(tableau.place(1, "preuve"));
        assertThat(tableau.joindre("/entites", tableau.place(0, "preuve"), "attestation.pdf"))
                .as("un fichier pour une ligne qui n'est pas rouverte")
                .hasStatus(422);
    }

    @Test
    void sans_javascript_la_ligne_s_ecrit_et_les_autres_sont_rendues() {
        var tableau = transmis();
        tableau.rendre(ligne(tableau, 1));
        var champs = new LinkedHashMap<String, String>();
        for (var rang : new int[] {0, 1}) {
            champs.put("r." + tableau.place(rang, "activite"), "1");
            champs.put(tableau.place(rang, "activite"), "14");
        }

        var page = tableau.envoyer("/entites", champs);

        assertThat(page).hasStatus(409);
        assertThat(Jsoup.parse(new String(page.getResponse().getContentAsByteArray(), UTF_8))
                        .select("[role=status] dt")
                        .eachText())
                .containsExactly("SITE 1 – Activité");
        var gardees = reponses.lire(tableau.dossier().courante().id());
        assertThat(gardees.valeur(tableau.place(0, "activite")).texte()).isEqualTo("12");
        assertThat(gardees.valeur(tableau.place(1, "activite")).texte()).isEqualTo("14");
    }

    @Test
    void d_un_long_tableau_on_arrive_a_la_page_de_la_ligne_et_suivant_y_mene() {
        var tableau = transmis(30);
        tableau.rendre(ligne(tableau, 28));

        assertThat(tableau.page("")).hasHeader("Location", tableau.adresse("/entites?lignes=2"));
        assertThat(tableau.envoyer("/entites", Map.of("lignes", "1", "suite", "suivant")))
                .hasHeader("Location", tableau.adresse("/entites?lignes=2"));
    }

    @Test
    void tant_qu_elle_n_a_pas_change_le_recapitulatif_la_nomme() {
        var tableau = transmis();
        tableau.rendre(ligne(tableau, 0), ligne(tableau, 1));

        tableau.repondre(0, "activite", "1", "14");
        assertThat(lue(tableau.page("/recapitulatif")).select("#inchangees a").eachText())
                .containsExactly("SITE 2 – Entités couvertes");
        assertThat(lue(tableau.page("/entites")).select(".cv-sections__etat").text())
                .contains("À corriger");

        tableau.repondre(1, "activite", "1", "15");
        assertThat(lue(tableau.page("/recapitulatif")).select("#inchangees")).isEmpty();
        assertThat(tableau.transmettre()).hasStatus(303);
    }

    @Test
    void le_verificateur_choisit_la_ligne_la_relit_et_la_compare() {
        var tableau = transmis();
        var alice = instruction.ars("76");
        var adresse = "/instruction/" + tableau.reference + "/candidature/decisions/modification";
        var champ = "correction." + tableau.entites.get(1) + "/entites";
        assertThat(lue(requetes.lire(alice, adresse))
                        .select("label[for='" + champ + "']")
                        .text())
                .isEqualTo("SITE 2 – Entités couvertes");

        assertThat(demander(tableau, adresse, "correction." + tableau.entites.get(1) + "/autre"))
                .as("une ligne qui n'existe pas")
                .hasStatus(422);
        assertThat(demander(tableau, adresse, champ)).hasStatus(303);

        assertThat(tableau.dossier().courante().etat())
                .isInstanceOfSatisfying(
                        AModifier.class,
                        retour -> assertThat(retour.corrections()).containsExactly(ligne(tableau, 1)));
        tableau.repondre(1, "activite", "1", "15");
        assertThat(tableau.transmettre()).hasStatus(303);
        var relu =
                lue(requetes.lire(alice, "/instruction/" + tableau.reference)).select("#q-entites");
        assertThat(relu.text()).contains("SITE 2 : L'activité est fausse", "SITE 2 – Activité");
        assertThat(relu.select("ins").eachText()).contains("15");
    }

    private MvcTestResult demander(UnTableau tableau, String adresse, String champ) {
        return requetes.envoyer(
                instruction.ars("76"),
                adresse,
                "version",
                "1",
                "motif",
                "À revoir",
                "retour",
                LocalDate.of(2026, 4, 10).toString(),
                "limitee",
                "oui",
                champ,
                "L'activité est fausse");
    }

    private UnTableau transmis() {
        return transmis(2);
    }

    private UnTableau transmis(int entites) {
        var tableau = UnTableau.de(portail, entites);
        for (var rang = 0; rang < entites; rang++) {
            assertThat(tableau.repondre(rang, "activite", "0", "12")).hasStatusOk();
            tableau.repondre(rang, "couverture", "0", "oui");
        }
        assertThat(tableau.transmettre()).hasStatus(303);
        return tableau;
    }

    private static Correction ligne(UnTableau tableau, int rang) {
        return new Correction(tableau.entites.get(rang) + "/entites", "L'activité est fausse", "SITE " + (rang + 1));
    }

    private static Document lue(MvcTestResult page) {
        assertThat(page).hasStatusOk();
        return Jsoup.parse(new String(page.getResponse().getContentAsByteArray(), UTF_8));
    }
}
