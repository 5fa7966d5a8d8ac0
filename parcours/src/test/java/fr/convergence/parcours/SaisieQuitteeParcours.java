package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Quitter, revenir, être coupé, ouvrir deux onglets, joindre un fichier : rien de ce qui est saisi ne se perd. */
@Tag("DOS-4")
@Tag("DOS-13")
final class SaisieQuitteeParcours {

    private static PageDeTousLesTypes page;

    @BeforeAll
    static void candidater() {
        page = new PageDeTousLesTypes("679000018", "ORANGERIE-NEUVE");
    }

    @AfterAll
    static void partir() {
        page.close();
    }

    @Test
    void le_bouton_precedent_en_pleine_frappe_ne_perd_rien() {
        page.chez.aller(page.dossier + "/candidature/recapitulatif");
        page.ouvrir();
        page.aller("texte");
        page.chez.page().keyboard().type("Avant de partir");
        page.chez.page().onceDialog(dialogue -> dialogue.accept());
        page.chez.page().goBack();
        page.chez.attendreAdresse(page.dossier + "/candidature/recapitulatif");
        page.chez.page().waitForCondition(() -> page.gardee("texte").equals("Avant de partir"));
        page.chez.page().goForward();
        PlaywrightAssertions.assertThat(page.champ("texte")).hasValue("Avant de partir");
        assertThat(page.chez.page().locator("[data-conflit]").count()).isZero();
    }

    @Test
    void une_coupure_en_pleine_saisie_n_est_ni_une_perte_ni_un_conflit() {
        page.tourSuivant();
        page.chez.page().context().setOffline(true);
        page.remplir(30, page.deLaPersonne());
        page.chez.cliquer("Suivant");
        page.chez.page().getByText("Vos réponses restent sur cette page").waitFor();
        page.chez.page().context().setOffline(false);
        page.gardes(page.deLaPersonne());

        // Le serveur a gardé, mais sa réponse s'est perdue ; la personne, elle, a continué.
        page.chez.page().route("**/reponses/texte", route -> {
            route.fetch();
            route.abort("connectionreset");
        });
        page.remplir(30, Map.of("texte", "Gardé sans le savoir"));
        page.chez.page().getByText("Vos réponses restent sur cette page").waitFor();
        page.chez.page().unroute("**/reponses/texte");
        page.aller("texte");
        page.chez.page().keyboard().type("Changé depuis");
        page.chez.page().keyboard().press("Tab");
        page.gardes(Map.of("texte", "Changé depuis"));
        assertThat(page.chez.page().locator("[data-conflit]").count()).isZero();
    }

    /** Un relais qui garde une requête et la sert après celles qui l'ont suivie. */
    @Test
    void un_enregistrement_servi_en_retard_n_ecrase_ni_la_frappe_suivante_ni_suivant() {
        page.tourSuivant();
        page.remplir(30, Map.of("texte", "Du premier coup"));
        page.gardes(Map.of("texte", "Du premier coup"));

        var tardive = retarder("texte", "Ancienne frappe");
        page.remplir(30, Map.of("texte", "Du premier coup"));
        page.chez
                .page()
                .waitForCondition(() -> page.chez
                                .page()
                                .locator("[data-saisie-bandeau]:not([hidden])")
                                .count()
                        == 0);
        Candidatures.enregistre(page.chez);
        servir(tardive);
        assertThat(page.gardee("texte")).isEqualTo("Du premier coup");

        var autre = retarder("texte", "Encore une ancienne");
        page.remplir(30, Map.of("texte", "Envoyé par Suivant"));
        Candidatures.enregistre(page.chez);
        page.chez.cliquer("Suivant");
        page.chez.attendreAdresse(page.dossier + "/candidature/fichiers");
        servir(autre);
        assertThat(page.gardee("texte")).isEqualTo("Envoyé par Suivant");
        page.ouvrir();
        PlaywrightAssertions.assertThat(page.champ("texte")).hasValue("Envoyé par Suivant");
        assertThat(page.chez.page().locator("[data-conflit]").count()).isZero();
    }

    /** Ce que la page envoie d'un champ, et que personne ne reçoit encore : pour elle, la connexion est tombée. */
    private static Request retarder(String champ, String frappe) {
        var retenues = new ArrayList<Request>();
        page.chez.page().route("**/reponses/" + champ, route -> {
            retenues.add(route.request());
            route.abort("connectionreset");
        });
        page.remplir(30, Map.of(champ, frappe));
        page.chez.page().waitForCondition(() -> !retenues.isEmpty());
        page.chez.page().unroute("**/reponses/" + champ);
        return retenues.getFirst();
    }

    private static void servir(Request tardive) {
        var reponse = page.chez
                .page()
                .request()
                .post(
                        tardive.url(),
                        RequestOptions.create()
                                .setHeader("Content-Type", tardive.headers().get("content-type"))
                                .setHeader("HX-Request", "true")
                                .setData(tardive.postDataBuffer()));
        assertThat(reponse.status()).as(reponse.text()).isEqualTo(200);
    }

    @Test
    @Tag("DOS-6")
    void entre_deux_onglets_la_personne_choisit() {
        page.ouvrir();
        try (var autre = page.chez.autreOnglet()) {
            autre.aller(page.dossier + "/candidature/tous");
            autre.saisir("lieu.voie", "1 rue de l'Autre");
            autre.page().keyboard().press("Tab");
            Candidatures.enregistre(autre);
        }
        page.remplir(30, Map.of("lieu.voie", "2 rue d'Ici"));
        var choix = page.chez.page().locator("#ailleurs-lieu");
        choix.waitFor();
        assertThat(Navigateur.lu(choix))
                .contains("1 rue de l'Autre")
                .contains("2 rue d'Ici")
                .contains("Le reste est le même dans les deux : Code postal");
        page.chez.controler();
        page.chez.capturer("deux-reponses");
        page.chez.elargir(375);
        page.chez.controler();
        page.chez.capturer("deux-reponses-telephone");
        page.chez.elargir(1280);
        page.chez.cliquer("Suivant");
        PlaywrightAssertions.assertThat(page.chez.page().locator("[data-erreurs]"))
                .containsText("choisissez celle à garder");
        page.chez.controler();
        assertThat(page.gardeDuChamp("lieu.voie")).isEqualTo("1 rue de l'Autre");
        assertThat(page.champ("lieu.voie").inputValue()).isEqualTo("2 rue d'Ici");
        page.chez.page().locator("#garder-lieu").click();
        PlaywrightAssertions.assertThat(choix).hasCount(0);
        PlaywrightAssertions.assertThat(page.champ("lieu.voie")).hasValue("1 rue de l'Autre");
        page.remplir(30, Map.of("lieu.voie", "3 rue d'Ici"));
        page.gardes(Map.of("lieu.voie", "3 rue d'Ici"));
    }

    @Test
    @Tag("PCE-1")
    void un_espace_de_depot_qui_parait_est_vivant_et_suivant_attend_le_fichier() {
        page.chez.aller(page.dossier + "/candidature/fichiers");
        page.choisir("joindre", "oui");
        page.chez.page().locator("#question-preuve .cv-depot--actif").waitFor();
        page.ralentir(1000);
        Depots.choisir(page.chez, "preuve", PiecesDuParcours.pdf("preuve.pdf"));
        page.chez.cliquer("Suivant");
        page.chez.attendreAdresse(page.dossier + "/candidature/recapitulatif");
        page.ralentir(0);
        page.chez.voir("preuve.pdf");
    }

    @Test
    @Tag("A11Y-1")
    void sans_javascript_le_fichier_choisi_part_avec_suivant_et_la_question_parue_se_montre() {
        try (var sans = Navigateur.sansJavaScript()) {
            Usagers.connecter(sans, PageDeTousLesTypes.REFERENTE, Candidatures.MOT_DE_PASSE);
            sans.aller(page.dossier + "/candidature/fichiers");
            sans.cocher("joindre", "non");
            sans.cliquer("Suivant");
            sans.attendreAdresse(page.dossier + "/candidature/recapitulatif");
            sans.aller(page.dossier + "/candidature/fichiers");
            sans.cocher("joindre", "oui");
            sans.cliquer("Suivant");
            sans.lire("Votre réponse a fait paraître une question : « La preuve »");
            sans.capturer("question-parue");
            Depots.choisir(sans, "preuve", PiecesDuParcours.pdf("avec-suivant.pdf"));
            sans.cliquer("Suivant");
            sans.attendreAdresse(page.dossier + "/candidature/recapitulatif");
            sans.voir("avec-suivant.pdf");
        }
    }
}
