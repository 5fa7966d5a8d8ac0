package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Guide eCaRE, « Le tableau de bord » et « Candidater à un domaine ». */
final class TableauDeBordParcours {

    private static final String D1 = "Domaine 1 Audits techniques";
    private static final String D2 = "Domaine 2 Stratégie de continuité et de reprise d’activité";

    @Test
    @Tag("TDB-1")
    @Tag("TDB-2")
    @Tag("TDB-3")
    @Tag("DOS-1")
    void une_premiere_candidature_se_cree_dans_la_fenetre_et_parait_au_tableau() {
        var nom = Usagers.nouveauNom("hugo");
        try (var chez = Navigateur.ouvrir()) {
            Usagers.inscrire(chez, nom, "Groupement Hospitalier de Territoire", "Corse", "CH DE PORTIVECCHJA");
            Usagers.connecter(chez, nom);
            chez.attendreAdresse("/tableau-de-bord");
            chez.lire("Votre première candidature paraîtra ici");

            chez.suivreLien("Candidater");
            fenetre(chez).waitFor();
            chez.controler();
            chez.capturer("candidater");
            chez.cliquer("Annuler");
            PlaywrightAssertions.assertThat(fenetre(chez)).isHidden();
            var premiere = candidater(chez, D1);
            chez.aller("/tableau-de-bord");
            var seconde = candidater(chez, D2);
            assertThat(premiere).matches("[A-Z]{10}").isNotEqualTo(seconde);
            chez.lire("Candidature n° " + seconde);

            chez.aller("/tableau-de-bord");
            var attentes = chez.page().locator(".cv-attentes > li");
            PlaywrightAssertions.assertThat(attentes).hasCount(2);
            PlaywrightAssertions.assertThat(attentes.first()).containsText("compléter");
            PlaywrightAssertions.assertThat(attentes.first()).containsText("À transmettre avant le");
            chez.controler();
            chez.capturer("tableau-de-bord");

            assertThat(chez.page().locator("#candidatures th[scope=col]").allInnerTexts())
                    .containsExactly("Référence candidature", "Domaine", "Établissement de santé", "Étape", "Statut");
            chez.cliquer("Domaine");
            PlaywrightAssertions.assertThat(lignes(chez).first()).containsText(D1);
            chez.cliquer("Domaine");
            PlaywrightAssertions.assertThat(lignes(chez).first()).containsText(D2);
            chez.page().locator("#filtres-taille").selectOption("25");
            chez.page().waitForURL("**taille=25**");
            chez.saisir("q", "continuité");
            chez.page().keyboard().press("Enter");
            PlaywrightAssertions.assertThat(lignes(chez)).hasCount(1);
            PlaywrightAssertions.assertThat(lignes(chez).first()).containsText(seconde);
            chez.saisir("q", "rien de tel");
            chez.page().keyboard().press("Enter");
            chez.lire("Aucune candidature ne correspond");
            chez.suivreLien("Voir toutes les candidatures");
            PlaywrightAssertions.assertThat(lignes(chez)).hasCount(2);
            trierSurUnTelephone(chez);
            chez.page().locator(".cv-attentes a").first().click();
            chez.page().waitForURL("**/dossiers/**");
        }
        try (var chez = Navigateur.sansJavaScript(375)) {
            Usagers.connecter(chez, nom);
            chez.choisir("ordre", "Domaine, de Z à A");
            chez.cliquer("Trier");
            chez.page().waitForURL("**ordre=-domaine**");
            PlaywrightAssertions.assertThat(lignes(chez).first()).containsText(D2);
            chez.controler();
            chez.capturer("tableau-de-bord-telephone-sans-script");
        }
    }

    /** Les en-têtes du tableau n'y sont pas : « Trier par » les remplace, et les fiches tiennent dans l'écran. */
    private static void trierSurUnTelephone(Navigateur chez) {
        PlaywrightAssertions.assertThat(chez.page().locator("#filtres-ordre")).isHidden();
        chez.page().setViewportSize(375, 740);
        PlaywrightAssertions.assertThat(chez.page().locator("#candidatures thead"))
                .isHidden();
        chez.choisir("ordre", "Domaine, de A à Z");
        chez.page().waitForURL("**ordre=domaine**");
        PlaywrightAssertions.assertThat(lignes(chez).first()).containsText(D1);
        chez.choisir("ordre", "Domaine, de Z à A");
        chez.page().waitForURL("**ordre=-domaine**");
        PlaywrightAssertions.assertThat(lignes(chez).first()).containsText(D2);
        chez.controler();
        chez.capturer("tableau-de-bord-telephone");
        chez.page().setViewportSize(1280, 900);
    }

    @Test
    @Tag("TDB-2")
    void une_candidature_impossible_est_refusee_avec_sa_raison() {
        var premier = Usagers.nouveauNom("noe");
        var second = Usagers.nouveauNom("nina");
        var membre = Usagers.nouveauNom("malo");
        try (var chez = Navigateur.ouvrir()) {
            Usagers.inscrire(chez, premier, "Entité Juridique Privée", "Île-de-France", "FONDATION EUGENIE-LANDREAU");
            Usagers.connecter(chez, premier);
            var reference = candidater(chez, D1);
            chez.site()
                    .base()
                    .changer("update dossier set cree_le = cree_le - interval '1 hour' where reference = ?", reference);
            chez.aller("/candidater");
            demander(chez, D1);
            assertThat(chez.erreur("etablissement")).contains(reference);
            chez.controler();
            chez.capturer("candidater-deja");
            chez.suivreLien("Ouvrir la candidature existante");
            chez.attendreAdresse("/dossiers/" + reference);

            // Le guichet a disparu depuis que la page est ouverte.
            chez.aller("/candidater");
            chez.page().locator("#guichet option").last().evaluate("option => option.value = 'CARE-D9'");
            chez.page().locator("#guichet").selectOption("CARE-D9");
            chez.cliquer("Valider");
            assertThat(chez.erreur("guichet")).contains("Choisissez un domaine");
        }
        try (var chez = Navigateur.ouvrir()) {
            Usagers.inscrire(chez, second, "Entité Juridique Privée", "Île-de-France", "FONDATION EUGENIE-LANDREAU");
            Usagers.connecter(chez, second);
            chez.aller("/candidater");
            demander(chez, D1);
            assertThat(chez.erreur("etablissement")).contains("tenue par un autre référent");
        }
        try (var chez = Navigateur.surTelephone()) {
            Usagers.inscrire(chez, membre, "Entité Juridique membre d’un GHT", "Bretagne", "CH DES MONTS-NOIRS");
            Usagers.connecter(chez, membre);
            chez.aller("/candidater");
            demander(chez, D2);
            assertThat(chez.erreur("etablissement")).contains("n’est pas ouvert à ce type d’établissement");
            chez.controler();
            chez.capturer("candidater-telephone");
        }
    }

    private static Locator fenetre(Navigateur chez) {
        return chez.page().locator("dialog#candidater[open]");
    }

    private static Locator lignes(Navigateur chez) {
        return chez.page().locator("#candidatures tbody tr");
    }

    /** Par la fenêtre du tableau de bord ; rend la référence du dossier créé. */
    private static String candidater(Navigateur chez, String domaine) {
        chez.suivreLien("Candidater");
        fenetre(chez).waitFor();
        demander(chez, domaine);
        chez.page().waitForURL("**/dossiers/**");
        return chez.page().url().replaceFirst(".*/dossiers/([A-Z]{10}).*", "$1");
    }

    private static void demander(Navigateur chez, String domaine) {
        chez.choisir("guichet", domaine);
        chez.page().locator("select[name=etablissement]").selectOption(new SelectOption().setIndex(1));
        chez.cliquer("Valider");
    }
}
