package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Recharger la page, suivre un lien, se déconnecter en pleine frappe : tout part, sans question inutile ni conflit avec soi. */
@Tag("DOS-4")
@Tag("DOS-13")
final class PageQuitteeParcours {

    /** Ce que le serveur met à répondre, en millisecondes. */
    private static final List<Integer> LENTEURS = List.of(0, 300);

    private static PageDeTousLesTypes page;

    @BeforeAll
    static void candidater() {
        page = new PageDeTousLesTypes("599000015", "QUAI-AUX-CHARBONS");
    }

    @AfterAll
    static void partir() {
        page.close();
    }

    @Test
    void recharger_en_pleine_frappe_montre_ce_qui_etait_tape_et_n_est_pas_un_autre_onglet() {
        for (var lenteur : LENTEURS) {
            page.tourSuivant();
            page.ralentir(lenteur);
            taper("personne.fonction", "Directrice du " + lenteur);
            assertThat(recharger()).as("rien ne se perd : rien à demander").isZero();
            PlaywrightAssertions.assertThat(page.champ("personne.fonction")).hasValue("Directrice du " + lenteur);
            taper("personne.prenom", "Maya" + lenteur);
            page.chez.page().keyboard().press("Tab");
            attendre("personne.prenom", "Maya" + lenteur);
            attendre("personne.fonction", "Directrice du " + lenteur);
            assertThat(page.chez.page().locator("[data-conflit]").count()).isZero();
        }
    }

    @Test
    void recharger_aussitot_un_choix_fait_le_garde() {
        page.tourSuivant();
        page.ralentir(300);
        for (var choix : List.of("deux", "un")) {
            page.choisir("choix", choix);
            recharger();
            PlaywrightAssertions.assertThat(page.chez.page().locator("[name=choix][value=" + choix + "]"))
                    .isChecked();
            page.chez.page().waitForCondition(() -> page.gardee("choix").equals(choix));
        }
    }

    /** La page neuve est rendue, la réponse s'enregistre, et l'ancienne page l'apprend avant de céder la place. */
    @Test
    void une_reponse_gardee_pendant_que_la_page_neuve_arrive_y_est() {
        page.tourSuivant();
        var avant = page.gardee("choix");
        var apres = "un".equals(avant) ? "deux" : "un";
        var retenue = new AtomicReference<Route>();
        var gardees = new AtomicInteger();
        Consumer<Response> compter = reponse -> {
            if (reponse.url().endsWith("/reponses/choix")) {
                gardees.incrementAndGet();
            }
        };
        page.chez.page().onResponse(compter);
        page.chez.page().route("**/reponses/choix", retenue::set, new Page.RouteOptions().setTimes(1));
        page.chez
                .page()
                .route(
                        "**/candidature/tous",
                        demande -> {
                            var neuve = demande.fetch();
                            retenue.get().resume();
                            page.chez.page().waitForCondition(() -> gardees.get() > 0);
                            demande.fulfill(new Route.FulfillOptions().setResponse(neuve));
                        },
                        new Page.RouteOptions().setTimes(1));
        page.choisir("choix", apres);
        page.chez.page().waitForCondition(() -> retenue.get() != null);
        recharger();
        page.chez.page().offResponse(compter);
        PlaywrightAssertions.assertThat(page.chez.page().locator("[name=choix][value=" + apres + "]"))
                .isChecked();
        assertThat(page.gardee("choix")).isEqualTo(apres);
        assertThat(page.chez.page().locator("[data-conflit]").count()).isZero();
    }

    @Test
    @Tag("DOS-6")
    void recharger_quand_un_autre_onglet_a_repondu_montre_les_deux_reponses() {
        page.tourSuivant();
        try (var autre = page.chez.autreOnglet()) {
            autre.aller(page.dossier + "/candidature/tous");
            autre.saisir("texte", "De l'autre onglet");
            autre.page().keyboard().press("Tab");
            Candidatures.enregistre(autre);
        }
        taper("texte", "De cet onglet");
        recharger();
        var choix = page.chez.page().locator("#ailleurs-texte");
        choix.waitFor();
        assertThat(Navigateur.lu(choix)).contains("De l'autre onglet").contains("De cet onglet");
        assertThat(page.gardee("texte")).isEqualTo("De l'autre onglet");
        page.chez.page().locator("#remplacer-texte").click();
        page.chez.page().waitForCondition(() -> page.gardee("texte").equals("De cet onglet"));
    }

    @Test
    void un_lien_suivi_en_pleine_frappe_enregistre_d_abord_et_ne_demande_rien() {
        for (var lenteur : LENTEURS) {
            for (var lien : List.of("Fichiers", "Récapitulatif", "Tableau de bord")) {
                page.tourSuivant();
                page.ralentir(lenteur);
                var frappe = "Avant " + lien + " à " + lenteur;
                taper("texte", frappe);
                assertThat(dialogues(Dialog::accept, () -> {
                            page.chez.suivreLien(lien);
                            page.chez.page().waitForURL(adresse -> !adresse.endsWith("/candidature/tous"));
                        }))
                        .as(frappe)
                        .isZero();
                assertThat(page.gardee("texte")).isEqualTo(frappe);
            }
        }
        page.tourSuivant();
        taper("texte", "Avant de se déconnecter");
        assertThat(dialogues(Dialog::accept, () -> {
                    page.chez.cliquer("Se déconnecter");
                    page.chez.page().waitForURL(adresse -> !adresse.endsWith("/candidature/tous"));
                }))
                .isZero();
        assertThat(page.gardee("texte")).isEqualTo("Avant de se déconnecter");
        Usagers.connecter(page.chez, PageDeTousLesTypes.REFERENTE, Candidatures.MOT_DE_PASSE);
    }

    @Test
    void un_lien_suivi_quand_rien_ne_peut_partir_le_demande() {
        page.tourSuivant();
        page.chez.page().context().setOffline(true);
        taper("texte", "Sans réseau");
        var demandes = dialogues(
                Dialog::dismiss,
                () -> page.chez.page().locator(".cv-sections a").last().click());
        page.chez.page().context().setOffline(false);
        assertThat(demandes).isOne();
        page.chez.page().waitForCondition(() -> page.gardee("texte").equals("Sans réseau"));
        assertThat(page.chez.page().url()).endsWith("/candidature/tous");
    }

    @Test
    @Tag("PCE-1")
    void suivant_dit_ce_qu_il_attend_et_pourquoi_la_page_est_restee() {
        page.chez.aller(page.dossier + "/candidature/fichiers");
        page.choisir("joindre", "non");
        Candidatures.enregistre(page.chez);
        page.ralentir(500);
        page.choisir("joindre", "oui");
        page.chez.cliquer("Suivant");
        dit("fait paraître une question");

        page.chez.page().locator("#question-preuve .cv-depot--actif").waitFor();
        page.ralentir(2000);
        Depots.choisir(page.chez, "preuve", PiecesDuParcours.pdf("une.pdf"), PiecesDuParcours.pdf("deux.pdf"));
        page.chez.cliquer("Suivant");
        dit("s’ouvrira à leur arrivée");
        assertThat(page.chez.page().locator(".cv-saisie__etat--alerte").count()).isZero();
        page.chez
                .page()
                .screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/captures", "suivant-attend.png")));
        page.chez
                .page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Annuler l’envoi : deux.pdf"))
                .click();
        dit("un envoi a été annulé");
        page.ralentir(0);
        Depots.recu(page.chez, "preuve", "une.pdf");
        dit("un envoi a été annulé");
        page.chez.attendreAdresse(page.dossier + "/candidature/fichiers");
    }

    /** L'état d'enregistrement a sa place à lui : ni un libellé ni un champ n'est dessous. */
    @Test
    @Tag("A11Y-1")
    void l_etat_d_enregistrement_ne_couvre_pas_le_champ_ou_l_on_est() {
        for (var largeur : List.of(1280, 375)) {
            page.tourSuivant();
            page.chez.elargir(largeur);
            taper("texte", "À l'étroit " + largeur);
            page.chez.page().keyboard().press("Tab");
            Candidatures.enregistre(page.chez);
            page.champ("lieu.voie").focus();
            for (var pas = 0; pas < 25; pas++) {
                page.chez.page().keyboard().press("Shift+Tab");
                assertThat(page.chez.page().evaluate("""
                        () => {
                          const etat = document.querySelector("[data-saisie-etat]").getBoundingClientRect();
                          const champ = document.activeElement.closest("[data-question]") && document.activeElement;
                          const sous = champ?.getBoundingClientRect();
                          return sous && sous.top < etat.bottom && sous.bottom > etat.top ? champ.name : "";
                        }"""))
                        .as("sous l'état, à " + largeur + " pixels")
                        .isEqualTo("");
            }
            page.chez
                    .page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of("target/captures", "etat-" + largeur + ".png")));
        }
        page.chez.elargir(1280);
    }

    private static void taper(String champ, String frappe) {
        page.aller(champ);
        page.chez.page().keyboard().type(frappe);
    }

    private static int recharger() {
        return dialogues(Dialog::accept, page.chez.page()::reload);
    }

    private static int dialogues(Consumer<Dialog> reponse, Runnable geste) {
        return DemandesDeQuitter.pendant(page.chez.page(), reponse, geste);
    }

    private static void attendre(String champ, String valeur) {
        page.chez.page().waitForCondition(() -> page.gardeDuChamp(champ).equals(valeur));
    }

    private static void dit(String texte) {
        PlaywrightAssertions.assertThat(page.chez.page().locator("[data-saisie-etat]"))
                .containsText(texte, new LocatorAssertions.ContainsTextOptions().setIgnoreCase(true));
    }
}
