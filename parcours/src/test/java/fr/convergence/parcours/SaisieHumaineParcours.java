package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * La saisie d'une personne, touche par touche, dans une question de chaque type déjà remplie, sous des réponses de toute
 * lenteur : ce qui est gardé est ce qui a été tapé.
 */
@Tag("DOS-4")
@Tag("DOS-13")
final class SaisieHumaineParcours {

    private static final List<String> COCHES = List.of("a", "b", "c");

    /** Ce que la personne attend après Tab, et ce que le serveur met à répondre, en millisecondes. */
    private static final List<int[]> ALLURES = List.of(
            new int[] {0, 0},
            new int[] {30, 50},
            new int[] {60, 300},
            new int[] {30, 3000},
            new int[] {150, 0},
            new int[] {150, 300},
            new int[] {400, 300});

    private static PageDeTousLesTypes page;

    @BeforeAll
    static void candidater() {
        page = new PageDeTousLesTypes("449000017", "MUTUALITE SANTE");
    }

    @AfterAll
    static void partir() {
        page.close();
    }

    @Test
    void a_toute_allure_et_sous_toute_lenteur_chaque_type_garde_ce_qui_est_tape() {
        for (var allure : ALLURES) {
            var tour = page.tourSuivant();
            page.ralentir(allure[1]);
            var choix = tour % 2 == 0 ? "un" : "trois";
            page.remplir(allure[0], page.textes());
            page.choisir("choix", choix);
            page.choisir("plusieurs", COCHES.get(tour % 3));
            page.choisir("atteste", "oui");
            page.gardes(page.textes());
            assertThat(page.gardee("choix")).isEqualTo(choix);
            assertThat(page.gardee("plusieurs")).isEqualTo(page.coches("plusieurs", "[\"", "\", \"", "\"]"));
            assertThat(page.gardee("atteste")).isEqualTo(page.coches("atteste", "", "", ""));
        }
    }

    @Test
    void qui_s_arrete_entre_deux_champs_d_un_bloc_ne_melange_rien() {
        for (var pause : List.of(400, 1500)) {
            var tour = page.tourSuivant();
            page.ralentir(300);
            page.choisir("personne.civilite", tour % 2 == 0 ? "MADAME" : "MONSIEUR");
            page.remplir(pause, page.deLaPersonne());
            page.gardes(page.deLaPersonne());
            assertThat(page.gardeDuChamp("personne.civilite")).isEqualTo(tour % 2 == 0 ? "MADAME" : "MONSIEUR");
        }
    }

    @Test
    void le_navigateur_qui_remplit_tout_d_un_coup_et_le_collage_se_gardent() {
        var tour = page.tourSuivant();
        page.ralentir(300);
        var bloc = page.deLaPersonne();
        page.chez.page().evaluate("""
                (valeurs) => Object.entries(valeurs).forEach(([nom, valeur]) => {
                  const champ = document.getElementsByName(nom)[0];
                  champ.value = valeur;
                  champ.dispatchEvent(new Event("input", { bubbles: true }));
                  champ.dispatchEvent(new Event("change", { bubbles: true }));
                })""", bloc);
        var clavier = page.chez.page().keyboard();
        page.aller("texte");
        clavier.type("À copier " + tour);
        clavier.press("Control+A");
        clavier.press("Control+C");
        page.aller("pourquoi");
        clavier.press("Control+V");
        clavier.press("Tab");
        bloc.put("texte", "À copier " + tour);
        bloc.put("pourquoi", "À copier " + tour);
        page.gardes(bloc);
    }

    @Test
    void l_annulation_et_le_curseur_survivent_a_une_reponse_lente() {
        page.tourSuivant();
        page.ralentir(300);
        var clavier = page.chez.page().keyboard();
        page.aller("personne.nom");
        clavier.type("Dupont");
        clavier.press("Tab");
        clavier.type("Zoé");
        clavier.press("ArrowLeft");
        Candidatures.enregistre(page.chez);
        assertThat(page.chez.page().evaluate("document.activeElement.selectionStart"))
                .as("le curseur n'a pas bougé")
                .isEqualTo(2);
        clavier.type("x");
        assertThat(page.champ("personne.prenom").inputValue()).isEqualTo("Zoxé");
        clavier.press("Control+Z");
        var montre = page.champ("personne.prenom").inputValue();
        assertThat(montre).as("le navigateur a annulé la dernière frappe").isNotEqualTo("Zoxé");
        clavier.press("Tab");
        page.gardes(Map.of("personne.nom", "Dupont", "personne.prenom", montre));
    }
}
