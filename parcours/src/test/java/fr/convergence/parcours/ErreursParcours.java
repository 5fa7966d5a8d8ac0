package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ce qu'un formulaire refuse se dit dans la page, se corrige à la main, et ne fait rien retaper d'autre. */
final class ErreursParcours {

    private static final String REFERENTE = "helene.faure";

    @Test
    @Tag("INS-1")
    @Tag("INS-3")
    @Tag("FRM-4")
    void une_erreur_corrigee_disparait_et_le_mot_de_passe_n_est_pas_a_retaper() {
        try (var chez = Navigateur.ouvrir()) {
            chez.aller("/inscription/informations");
            var nom = Usagers.nouveauNom("agathe");
            Usagers.remplirInformations(chez, nom, "agathe.sans.arobase");
            Usagers.recopierLeControle(chez);
            chez.cliquer("Suivant");
            assertThat(chez.erreur("courriel")).contains("arobase");
            assertThat(Navigateur.lu(resume(chez).locator("a"))).startsWith("Adresse e-mail : ");
            chez.voir("Votre mot de passe est retenu");
            chez.controler();
            chez.capturer("inscription-mot-de-passe-retenu");

            var courriel = chez.page().locator("#courriel");
            courriel.press("Control+a");
            courriel.pressSequentially("agathe@hopital");
            PlaywrightAssertions.assertThat(chez.page().locator("#courriel-messages .fr-message--error"))
                    .hasCount(0);
            PlaywrightAssertions.assertThat(resume(chez)).hasCount(0);
            assertThat(chez.page().title()).doesNotStartWith("Erreur");
            courriel.pressSequentially(".example");
            courriel.press("Tab");
            chez.cliquer("Suivant");
            chez.attendreAdresse("/inscription/etablissement");
        }
    }

    @Test
    @Tag("TDB-2")
    @Tag("FRM-4")
    void candidater_sans_rien_choisir_est_refuse_par_la_page() {
        try (var chez = Navigateur.ouvrir()) {
            Usagers.connecter(chez, REFERENTE, Candidatures.MOT_DE_PASSE);
            chez.suivreLien("Candidater");
            var fenetre = chez.page().locator("#candidater");
            PlaywrightAssertions.assertThat(fenetre).isVisible();
            vider(fenetre.locator("select[name=guichet]"));
            vider(fenetre.locator("select[name=etablissement]"));
            fenetre.getByText("Valider").click();
            assertThat(chez.erreur("guichet")).contains("Choisissez un domaine");
            assertThat(chez.erreur("etablissement")).isNotBlank();
            assertThat(Navigateur.lu(resume(chez))).contains("Domaine : Choisissez");
            chez.controler();
            chez.capturer("candidater-erreurs");
        }
    }

    @Test
    @Tag("DOS-5b")
    @Tag("PCE-1")
    void une_etape_dit_ou_l_on_est_et_son_depot_se_parcourt() {
        try (var chez = Navigateur.ouvrir();
                var sans = Navigateur.sansJavaScript(375)) {
            Candidatures.rattacher(chez.site(), REFERENTE, "EJ_PRIVEE", "069000016");
            Usagers.connecter(chez, REFERENTE, Candidatures.MOT_DE_PASSE);
            var dossier = Candidatures.candidater(chez, Candidatures.DOMAINE_2, "CLINIQUE DES BAOUS");
            chez.aller(dossier + "/candidature/banque");
            PlaywrightAssertions.assertThat(chez.page().locator(".cv-sections a[aria-current=page]"))
                    .hasText("Coordonnées bancaires");
            PlaywrightAssertions.assertThat(chez.page().locator(".cv-actions a[href='/tableau-de-bord']"))
                    .hasText("Retour au tableau de bord");
            assertThat(chez.page()
                            .locator("#completude ul")
                            .evaluate("liste => liste.scrollHeight - liste.clientHeight"))
                    .as("la liste de ce qui reste est entière")
                    .isEqualTo(0);
            var depot = chez.page().locator("[data-televersement-zone]").first();
            assertThat(Navigateur.lu(depot.locator(".cv-depot__invite")).replaceAll("\\s+", " "))
                    .matches("Glissez-déposez (votre fichier|vos fichiers) ici ou Parcourir");
            assertThat(chez.page()
                            .waitForFileChooser(
                                    () -> depot.getByText("Parcourir").click()))
                    .isNotNull();
            chez.controler();
            chez.capturer("etape-banque");

            Usagers.connecter(sans, REFERENTE, Candidatures.MOT_DE_PASSE);
            sans.aller(dossier + "/candidature/banque");
            assertThat(sans.page().locator("form[data-saisie]").boundingBox().y)
                    .as("sans script, le formulaire vient avant la colonne de côté")
                    .isLessThan(sans.page().locator(".cv-lateral").boundingBox().y);
            sans.capturer("etape-banque-375-sans-script");
        }
    }

    private static Locator resume(Navigateur chez) {
        return chez.page().locator("[data-erreurs]");
    }

    @Test
    @Tag("FRM-4")
    void un_formulaire_trop_long_le_dit_et_precedent_le_rend() {
        try (var chez = Navigateur.sansJavaScript()) {
            chez.aller("/connexion");
            chez.page().locator("#identifiant").evaluate("champ => champ.removeAttribute('maxlength')");
            chez.saisir("identifiant", "a".repeat(70_000));
            chez.cliquer("Se connecter");
            chez.lire("Formulaire trop long");
            chez.voir("« Précédent », dans votre navigateur");

            chez.page().goBack();
            assertThat(chez.page().locator("#identifiant").inputValue()).hasSize(70_000);
        }
    }

    private static void vider(Locator liste) {
        liste.selectOption("");
    }
}
