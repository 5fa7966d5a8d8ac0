package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Guide eCaRE, « Comment s'inscrire sur la plateforme ? », première étape : chaque champ, et ce qu'il refuse. */
final class InformationsParcours {

    @Test
    @Tag("INS-1")
    @Tag("INS-3")
    @Tag("FRM-4")
    void une_saisie_fausse_est_dite_pres_du_champ_et_rien_ne_se_perd() {
        try (var chez = Navigateur.ouvrir()) {
            chez.aller("/inscription/informations");
            chez.saisir("nomUtilisateur", "avec des espaces");
            chez.saisir("nom", "Essai");
            chez.saisir("courriel", "sans-arobase");
            chez.saisir("motDePasse", "motdepasse123");
            chez.saisir("telephone", "12");
            Usagers.recopierLeControle(chez);
            chez.cliquer("Suivant");
            assertThat(chez.erreur("nomUtilisateur")).contains("lettres sans accent");
            assertThat(chez.erreur("civilite")).contains("Madame");
            assertThat(chez.erreur("courriel")).contains("arobase");
            assertThat(chez.erreur("motDePasse")).isNotBlank();
            assertThat(chez.erreur("telephone")).contains("n’existe pas");
            assertThat(chez.page().locator("[name=nom]").inputValue()).isEqualTo("Essai");
            assertThat(chez.page().evaluate("document.activeElement.hasAttribute('data-erreurs')"))
                    .isEqualTo(true);
            assertThat(chez.page().title()).startsWith("Erreur");
            chez.controler();
            chez.capturer("inscription-erreurs");
            chez.page().locator("[data-erreurs] a[href='#telephone']").click();
            assertThat(chez.page().evaluate("document.activeElement.id")).isEqualTo("telephone");
        }
    }

    @Test
    @Tag("INS-1")
    void les_noms_d_utilisateur_impossibles_sont_refuses_et_les_telephones_usuels_acceptes() {
        try (var chez = Navigateur.ouvrir()) {
            chez.aller("/inscription/informations");
            Usagers.recopierLeControle(chez);
            for (var nom : List.of("x".repeat(300), "<script>alert(1)</script>", "é".repeat(5), "a")) {
                chez.saisir("nomUtilisateur", nom);
                envoyer(chez);
                assertThat(chez.erreur("nomUtilisateur")).isNotBlank();
                assertThat(chez.page().locator("[name=nomUtilisateur]").inputValue())
                        .isEqualTo(nom);
            }
            chez.controler();
            var refuses = new ArrayList<String>();
            for (var telephone : List.of(
                    "06 12 34 56 78",
                    "0612345678",
                    "06.12.34.56.78",
                    "06-12-34-56-78",
                    "+33 6 12 34 56 78",
                    "+33 (0)6 12 34 56 78",
                    "0033612345678",
                    "04 67 33 67 33",
                    "0262 90 50 50",
                    "+32 2 555 31 11",
                    "12",
                    "06 12 34",
                    "appelez-moi")) {
                chez.saisir("telephone", telephone);
                envoyer(chez);
                if (chez.page().locator("[data-erreurs] a[href='#telephone']").count() > 0) {
                    refuses.add(telephone);
                }
            }
            assertThat(refuses).containsExactly("12", "06 12 34", "appelez-moi");
        }
    }

    @Test
    @Tag("INS-1")
    void le_controle_de_securite_se_renouvelle_et_s_ecoute() {
        try (var chez = Navigateur.ouvrir()) {
            chez.aller("/inscription/informations");
            var image = chez.page().locator("[data-captcha-image]");
            var avant = image.getAttribute("src");
            var lue = texteDuControle(chez);
            chez.cliquer("Renouveler le code");
            PlaywrightAssertions.assertThat(image).not().hasAttribute("src", avant);
            PlaywrightAssertions.assertThat(chez.page().locator("[data-captcha-dit]"))
                    .not()
                    .isEmpty();
            assertThat(texteDuControle(chez)).isNotEqualTo(lue);
            assertThat(chez.page().evaluate("""
                            async () => {
                              const reponse = await fetch(document.querySelector('[data-captcha-son]').src);
                              return reponse.headers.get('content-type') + ' ' + (await reponse.blob()).size;
                            }""").toString()).matches("audio/wav \\d{5,}");

            unRenouvellementDeTropDitJusquAQuand(chez);

            Usagers.remplirInformations(chez, Usagers.nouveauNom("ida"), "ida@hopital.example");
            chez.saisir("controle", "zzzz");
            chez.cliquer("Suivant");
            assertThat(chez.erreur("controle")).contains("De nouveaux caractères");
            assertThat(chez.page().locator("[name=telephone]").inputValue()).isEqualTo("06 12 34 56 78");
            chez.controler();
        }
    }

    @Test
    @Tag("INS-3")
    void la_robustesse_du_mot_de_passe_se_dit_pendant_la_frappe() {
        try (var chez = Navigateur.ouvrir()) {
            chez.aller("/inscription/informations");
            chez.saisir("nom", "Valbrune");
            dite(chez, "court", "Robustesse très faible");
            dite(chez, "a".repeat(20), "Robustesse très faible");
            dite(chez, "Valbrune-2026-ete", "Robustesse faible");
            PlaywrightAssertions.assertThat(chez.page().locator("[data-regle=contexte]"))
                    .hasClass(Pattern.compile("fr-message--error"));
            dite(chez, "Lamas-vert-7", "Robustesse moyenne");
            dite(chez, "vingt-deux lamas", "Robustesse bonne");
            dite(chez, Usagers.MOT_DE_PASSE, "Robustesse excellente");
            assertThat(chez.page().locator("[data-regle].fr-message--valid").count())
                    .isEqualTo(3);
            chez.controler();
            chez.capturer("inscription-robustesse");
        }
    }

    @Test
    @Tag("INS-3")
    void sans_script_la_regle_du_mot_de_passe_se_lit_et_le_serveur_la_dit() {
        try (var chez = Navigateur.sansJavaScript()) {
            chez.aller("/inscription/informations");
            chez.lire("12 caractères au moins");
            PlaywrightAssertions.assertThat(chez.page().locator("[data-force-jauge]"))
                    .isHidden();
            chez.saisir("nom", "Valbrune");
            chez.saisir("motDePasse", "Valbrune-2026-ete");
            Usagers.recopierLeControle(chez);
            chez.cliquer("Suivant");
            assertThat(chez.erreur("motDePasse")).contains("ni votre nom");
        }
    }

    /** Tape un mot de passe et attend ce que la jauge montre, puis ce qu'un lecteur d'écran entend. */
    private static void dite(Navigateur chez, String motDePasse, String robustesse) {
        chez.page().locator("#motDePasse").fill("");
        chez.page().locator("#motDePasse").pressSequentially(motDePasse);
        var groupe = chez.page().locator("#motDePasse-groupe");
        PlaywrightAssertions.assertThat(groupe.locator("[data-force-mot]")).hasText(robustesse);
        PlaywrightAssertions.assertThat(groupe.getByRole(AriaRole.STATUS)).hasText(robustesse);
    }

    /** Envoie, et attend la page qui revient : la même, avec ses erreurs. */
    private static void envoyer(Navigateur chez) {
        chez.page()
                .waitForResponse(reponse -> reponse.request().method().equals("POST"), () -> chez.cliquer("Suivant"));
        chez.page().waitForLoadState();
        chez.page().locator("[data-erreurs]").waitFor();
    }

    /** Le frein est posé le temps de l'essai : les autres viennent de la même adresse. */
    private static void unRenouvellementDeTropDitJusquAQuand(Navigateur chez) {
        var defi = UUID.fromString(chez.page().locator("input[name=captcha]").inputValue());
        chez.site().base().changer("update captcha set tirages = 1000 where id = ?", defi);
        chez.cliquer("Renouveler le code");
        PlaywrightAssertions.assertThat(chez.page().locator("[data-captcha-dit]"))
                .containsText(Pattern.compile("après \\d\\d:\\d\\d"));
        PlaywrightAssertions.assertThat(chez.page().locator("[data-captcha-dit]"))
                .hasClass("fr-error-text");
        chez.capturer("inscription-controle-freine");
        chez.site().base().changer("update captcha set tirages = 2 where id = ?", defi);
    }

    private static String texteDuControle(Navigateur chez) {
        return chez.site()
                .base()
                .captcha(chez.page().locator("input[name=captcha]").inputValue());
    }
}
