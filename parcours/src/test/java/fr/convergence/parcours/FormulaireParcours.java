package fr.convergence.parcours;

import static fr.convergence.parcours.Candidatures.DOMAINE_1;
import static fr.convergence.parcours.Candidatures.MOT_DE_PASSE;
import static fr.convergence.parcours.Candidatures.reference;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** La saisie d'un formulaire, quand elle ne va pas tout droit : erreurs, deux onglets, clavier, téléphone, délai passé. */
final class FormulaireParcours {

    private static final String REFERENTE = "helene.faure";

    @Test
    @Tag("FRM-4")
    @Tag("DOS-4")
    void une_reponse_fausse_est_dite_a_sa_place_et_ce_qui_est_tape_reste() {
        try (var chez = Navigateur.ouvrir()) {
            var dossier = candidater(chez, "EJ_PRIVEE", "069000016", "CLINIQUE DES BAOUS");
            chez.aller(dossier + "/candidature/banque");
            fausse(chez, "iban", "FR76 3000 6000 0112 3456 7890 188", "La clé de l’IBAN est fausse");
            fausse(chez, "iban", "ZZ12 3456", "« ZZ » n’en est pas un qui emploie l’IBAN");
            fausse(chez, "iban", "FR76 3000", "compte 27 caractères : vous en avez saisi 8");
            fausse(chez, "bic", "AGRI", "Un BIC compte 8 ou 11 caractères : vous en avez saisi 4");
            juste(chez, "iban", "FR76 3000 6000 0112 3456 7890 189");
            fausse(chez, "bic", "DEUTDEFF", "Le pays du BIC n’est pas celui de l’IBAN");
            resume(chez, "bic", "DEUTDEFF");
            juste(chez, "iban", "DE89 3704 0044 0532 0130 00");
            assertThat(chez.page().locator("#question-bic .fr-message--error").count())
                    .as("le BIC n'a plus d'erreur, sans recharger la page")
                    .isZero();
            assertThat(chez.page().locator("[name=bic]").inputValue()).isEqualTo("DEUTDEFF");

            chez.aller(dossier + "/candidature/contacts");
            fausse(chez, "dsi.courriel", "eve.martin@", "Après l’arobase, saisissez un nom de domaine complet");
            resume(chez, "dsi.courriel", "eve.martin@");
        }
    }

    @Test
    @Tag("DOS-6")
    void deux_onglets_montrent_les_deux_valeurs_et_n_ecrasent_rien() {
        try (var chez = Navigateur.ouvrir()) {
            var dossier = candidater(chez, "EJ_PRIVEE", "339000010", "POLYCLINIQUE DU GRAND-PIN");
            chez.aller(dossier + "/candidature/engagement");
            try (var autre = chez.autreOnglet()) {
                autre.aller(dossier + "/candidature/engagement");
                juste(autre, "role", "Directrice des soins");

                taper(chez, "role", "Directeur adjoint");
                chez.lire("Deux réponses à cette question");
                assertThat(Navigateur.lu(chez.page().locator("#ailleurs-role")))
                        .contains("Directrice des soins")
                        .contains("Directeur adjoint");
                assertThat(chez.page().locator("[name=role]").inputValue()).isEqualTo("Directeur adjoint");
                var alerte = chez.page().locator("[data-saisie-etat].cv-saisie__etat--alerte");
                PlaywrightAssertions.assertThat(alerte).containsText("Une réponse a été changée ailleurs");
                chez.capturer("deux-onglets");
                Candidatures.cocher(chez, "engagement");
                PlaywrightAssertions.assertThat(alerte).containsText("Enregistré à");
                PlaywrightAssertions.assertThat(alerte).containsText("choisissez celle à garder");
                autre.page().reload();
                assertThat(autre.page().locator("[name=role]").inputValue()).isEqualTo("Directrice des soins");

                chez.cliquer("Suivant");
                assertThat(chez.erreur("role")).contains("choisissez celle à garder");
                autre.page().reload();
                assertThat(autre.page().locator("[name=role]").inputValue()).isEqualTo("Directrice des soins");
                chez.page().locator("#remplacer-role").click();
                PlaywrightAssertions.assertThat(chez.page().locator("#ailleurs-role"))
                        .hasCount(0);
                PlaywrightAssertions.assertThat(chez.page().locator("[data-erreurs]"))
                        .hasCount(0);
                PlaywrightAssertions.assertThat(chez.page().locator("[name=role]"))
                        .isFocused();
                autre.page().reload();
                assertThat(autre.page().locator("[name=role]").inputValue()).isEqualTo("Directeur adjoint");
                unBlocSeNommeDansLeResume(chez, autre, dossier + "/candidature/contacts");
            }
        }
    }

    private static void unBlocSeNommeDansLeResume(Navigateur chez, Navigateur autre, String contacts) {
        chez.aller(contacts);
        autre.aller(contacts);
        taper(autre, "dsi.nom", "Martin");
        Candidatures.enregistre(autre);
        taper(chez, "dsi.nom", "Duval");
        chez.page().locator("#ailleurs-dsi").waitFor();
        chez.cliquer("Suivant");
        var resume = chez.page().locator("[data-erreurs]");
        PlaywrightAssertions.assertThat(resume).containsText("DSI");
        chez.page().locator("#garder-dsi").click();
        PlaywrightAssertions.assertThat(resume.locator("a[href='#dsi']")).hasCount(0);
    }

    @Test
    @Tag("DOS-4")
    void quitter_la_page_pendant_qu_elle_s_enregistre_ne_perd_rien() {
        try (var chez = Navigateur.ouvrir()) {
            var dossier = candidater(chez, "EJ_PRIVEE", "679000018", "ORANGERIE-NEUVE");
            chez.aller(dossier + "/candidature/contacts");
            var retenues = new ArrayList<Route>();
            chez.page().route("**/reponses/**", retenues::add);
            Candidatures.personne(chez, "dsi");
            Candidatures.personne(chez, "rssi");
            chez.cliquer("Suivant");
            chez.page().unroute("**/reponses/**");
            retenues.forEach(Route::resume);
            chez.attendreAdresse(dossier + "/candidature/prerequis");
            chez.voir("8/22 questions obligatoires");
            chez.aller(dossier + "/candidature/contacts");
            assertThat(chez.page().locator("[name='rssi.courriel']").inputValue())
                    .isEqualTo("rssi@clinique.example");
        }
    }

    @Test
    @Tag("DOS-4")
    void une_coupure_du_reseau_garde_la_reponse_et_l_envoie_au_retour() {
        try (var chez = Navigateur.ouvrir()) {
            var dossier = candidater(chez, "EJ_PRIVEE", "599000015", "QUAI-AUX-CHARBONS");
            chez.aller(dossier + "/candidature/engagement");
            chez.page().context().setOffline(true);
            taper(chez, "role", "Directrice générale");
            chez.page().getByText("Vos réponses restent sur cette page").waitFor();
            chez.capturer("coupure");
            chez.page().context().setOffline(false);
            Candidatures.enregistre(chez);
            chez.page().reload();
            assertThat(chez.page().locator("[name=role]").inputValue()).isEqualTo("Directrice générale");
        }
    }

    @Test
    @Tag("A11Y-1")
    void une_section_se_remplit_au_clavier_seul_sur_un_telephone() {
        try (var chez = Navigateur.surTelephone()) {
            var dossier = candidater(chez, "EJ_PRIVEE", "449000017", "MUTUALITE SANTE");
            chez.aller(dossier + "/candidature/engagement");
            chez.controler();
            chez.capturer("section-telephone");
            var clavier = chez.page().keyboard();
            chez.page().locator("#engagement").focus();
            clavier.press("Space");
            clavier.press("Tab");
            assertThat(champ(chez)).isEqualTo("role");
            clavier.type("Directrice");
            clavier.press("Tab");
            assertThat(champ(chez)).isEqualTo("engagement_contact");
            clavier.press("Space");
            Candidatures.enregistre(chez);
            for (var pas = 0; !champ(chez).equals("suivant") && pas < 10; pas++) {
                clavier.press("Tab");
            }
            clavier.press("Enter");
            chez.attendreAdresse(dossier + "/candidature/contacts");
            chez.controler();
            chez.cliquer("Où vous en êtes : 3/22 questions");
            chez.voir("3/22 questions obligatoires");
            chez.capturer("cote-telephone");
        }
    }

    @Test
    @Tag("DOS-7")
    void un_formulaire_envoye_apres_le_delai_est_refuse_et_dit_pourquoi() {
        try (var chez = Navigateur.ouvrir()) {
            var dossier = candidater(chez, "EJ_PRIVEE", "389000019", "ASSOCIATION HOSPITALIERE DES TROIS-VALLONS");
            chez.aller(dossier + "/candidature/engagement");
            passerLeDelai(chez, dossier);

            taper(chez, "role", "Trop tard");
            chez.voir("Votre réponse n’est pas enregistrée.");
            assertThat(chez.page().locator("[name=role]").inputValue()).isEqualTo("Trop tard");
            chez.aller(dossier + "/candidature/recapitulatif");
            chez.lire("Le délai est passé");
            chez.voir("Votre envoi est arrivé après la date limite");
            assertThat(chez.page().getByText("pouvait être transmise jusqu").count())
                    .isOne();
            assertThat(chez.page().getByText("Questions restantes").count()).isZero();
            chez.capturer("delai-passe");
            assertThat(chez.page().locator("[name=role]").count()).isZero();
            chez.aller(dossier + "/candidature/recapitulatif");
            assertThat(chez.page().getByText("Transmettre votre candidature").count())
                    .isZero();
            var encore = chez.page()
                    .request()
                    .post(
                            dossier + "/candidature/transmissions",
                            RequestOptions.create()
                                    .setForm(FormData.create()
                                            .set(
                                                    "_csrf",
                                                    chez.page()
                                                            .locator("input[name=_csrf]")
                                                            .first()
                                                            .inputValue())
                                            .set("_cle", UUID.randomUUID().toString())));
            assertThat(encore.status()).isEqualTo(422);
            assertThat(encore.text()).contains("Le délai est passé");
        }
    }

    /** Le délai d'une étape rendue par un vérificateur est le sien : le faire passer ne ferme pas le guichet aux autres. */
    private static void passerLeDelai(Navigateur chez, String dossier) {
        chez.site().base().changer("""
                update dossier_etape set etat = 'A_MODIFIER', niveau = 'ARS', motif = 'Complétez votre rôle.',
                       retour_avant = now() - interval '1 second'
                where code = 'candidature' and dossier = (select id from dossier where reference = ?)
                """, reference(dossier));
    }

    private static String candidater(Navigateur chez, String type, String finess, String nom) {
        Candidatures.rattacher(chez.site(), REFERENTE, type, finess);
        Usagers.connecter(chez, REFERENTE, MOT_DE_PASSE);
        return Candidatures.candidater(chez, DOMAINE_1, nom);
    }

    private static void taper(Navigateur chez, String champ, String valeur) {
        chez.saisir(champ, valeur);
        chez.page().keyboard().press("Tab");
    }

    private static void juste(Navigateur chez, String champ, String valeur) {
        taper(chez, champ, valeur);
        Candidatures.enregistre(chez);
        assertThat(question(chez, champ).locator(".fr-message--error").count()).isZero();
    }

    /** L'erreur se dit sous le champ ; la valeur, elle, est gardée. */
    private static void fausse(Navigateur chez, String champ, String valeur, String message) {
        taper(chez, champ, valeur);
        question(chez, champ)
                .locator(".fr-message--error")
                .filter(new Locator.FilterOptions().setHasText(message))
                .first()
                .waitFor();
        assertThat(chez.page().locator("[name='" + champ + "']").inputValue()).isEqualTo(valeur);
    }

    /** « Suivant » reste sur la page, résume les erreurs en haut, et mène au champ. */
    private static void resume(Navigateur chez, String champ, String valeur) {
        chez.cliquer("Suivant");
        var lien = chez.page().locator("[data-erreurs] a[href='#" + champ + "']");
        lien.waitFor();
        chez.controler();
        chez.capturer("erreur-" + champ);
        lien.click();
        assertThat(champ(chez)).isEqualTo(champ);
        assertThat(chez.page().locator("[name='" + champ + "']").inputValue()).isEqualTo(valeur);
    }

    private static Locator question(Navigateur chez, String champ) {
        return chez.page().locator("#question-" + champ.replaceFirst("\\..*", ""));
    }

    /** Le champ, ou la valeur du bouton, où est le curseur. */
    private static String champ(Navigateur chez) {
        return (String)
                chez.page()
                        .evaluate(
                                "document.activeElement.tagName === 'BUTTON' ? document.activeElement.value : document.activeElement.name ?? ''");
    }
}
