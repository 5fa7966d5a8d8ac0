package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Une saisie que le serveur, le réseau ou la fin de la session interrompt : rien ne se perd, et tout se dit. */
final class SaisieInterrompueParcours {

    private static final LeSite SITE = LeSite.ouvert();
    private static final String REFERENT = "karim.benali";
    private static final String MOT_DE_PASSE = "Quatre-tasses-de-the-2026";

    @Test
    @Tag("CNX-6")
    @Tag("CNX-7")
    @Tag("DOS-5")
    @Tag("FRM-4")
    void un_incident_une_coupure_puis_une_session_finie_ne_perdent_rien() {
        try (var chez = Navigateur.ouvrir()) {
            Candidatures.rattacher(chez.site(), REFERENT, "EJ_PUBLIQUE_HORS_GHT", "219000015");
            Usagers.connecter(chez, REFERENT, MOT_DE_PASSE);
            var page = candidater(chez) + "/candidature/engagement";
            chez.aller(page);
            dansLeDesordre(chez);
            ecrire(chez, "Directeur");
            enregistre(chez);

            chez.page().route("**/reponses/**", route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
            ecrire(chez, "Directeur adjoint");
            chez.lire("Une réponse n’a pas pu être enregistrée.");
            chez.capturer("saisie-incident");
            chez.page().unroute("**/reponses/**");
            chez.cliquer("Réessayer maintenant");
            retablie(chez, "incident");

            chez.page().context().setOffline(true);
            ecrire(chez, "Directrice");
            bandeau(chez, "coupure").waitFor();
            chez.page().context().setOffline(false);
            retablie(chez, "coupure");

            finirLaSession();
            // Le jour où il se reconnecte, de nouvelles conditions l'attendent aussi.
            SITE.base().changer("""
                    update cgu_acceptation set version = 0
                    where compte = (select id from compte where nom_utilisateur = ?)
                    """, REFERENT);
            ecrire(chez, "Directrice générale");
            chez.lire("Votre session est terminée.");
            chez.capturer("saisie-session-finie");
            assertThat(chez.page().locator("[name=role]").inputValue()).isEqualTo("Directrice générale");
            try (var onglet = chez.autreOnglet()) {
                Usagers.connecter(onglet, REFERENT, MOT_DE_PASSE);
            }
            retablie(chez, "session");
            assertThat(chez.page().locator("dialog[data-session]").isVisible()).isFalse();
            chez.aller(page);
            assertThat(chez.page().locator("[name=role]").inputValue()).isEqualTo("Directrice générale");

            transmettreAilleurs(page);
            ecrire(chez, "Directrice du soir");
            bandeau(chez, "ailleurs").waitFor();
            chez.capturer("saisie-etape-transmise");
            chez.cliquer("Suivant");
            chez.attendreAdresse(page);
            assertThat(chez.page().locator("[name=role]").inputValue()).isEqualTo("Directrice du soir");
            assertThat(chez.page().locator("[data-saisie-etat]").textContent()).doesNotContain("Enregistré");
            assertThat(chez.page().locator("[data-saisie-ailleurs]").getAttribute("href"))
                    .endsWith("/candidature/recapitulatif");
        }
    }

    /** La première réponse du serveur arrive après la seconde : ce qui est compté ne recule pas. */
    private static void dansLeDesordre(Navigateur chez) {
        var retenues = new ArrayList<Runnable>();
        chez.page().route("**/reponses/engagement", route -> {
            var reponse = route.fetch();
            retenues.add(() -> route.fulfill(new Route.FulfillOptions().setResponse(reponse)));
        });
        var compte = chez.page().locator("#zone-completude");
        var avant = compte.innerText();
        Candidatures.cocher(chez, "engagement");
        chez.page().waitForCondition(() -> !retenues.isEmpty());
        Candidatures.cocher(chez, "engagement_contact");
        chez.page().waitForCondition(() -> !compte.innerText().equals(avant));
        var deux = compte.innerText();

        retenues.forEach(Runnable::run);
        chez.page().waitForFunction("() => !document.querySelector('.htmx-request')");
        chez.page().unroute("**/reponses/engagement");
        assertThat(compte.innerText()).isEqualTo(deux);
    }

    /** Un autre onglet l'a fait : celui-ci ne le sait pas encore. */
    private static void transmettreAilleurs(String page) {
        SITE.base().changer("""
                update dossier_etape
                set etat = 'EN_VERIFICATION', niveau = 'ARS', transmise_le = now(), version = version + 1
                where code = 'candidature' and dossier = (select id from dossier where reference = ?)
                """, Candidatures.reference(page.replace("/candidature/engagement", "")));
    }

    private static String candidater(Navigateur chez) {
        return Candidatures.candidater(chez, Candidatures.DOMAINE_1, "BOIS-JOLIET");
    }

    private static void ecrire(Navigateur chez, String role) {
        chez.saisir("role", role);
        chez.page().keyboard().press("Tab");
    }

    private static void enregistre(Navigateur chez) {
        chez.page()
                .locator(
                        "[data-saisie-etat]",
                        new com.microsoft.playwright.Page.LocatorOptions().setHasText("Enregistré"))
                .waitFor();
    }

    /** Le bandeau s'efface une fois la réponse écrite. */
    private static void retablie(Navigateur chez, String genre) {
        bandeau(chez, genre).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        enregistre(chez);
    }

    private static Locator bandeau(Navigateur chez, String genre) {
        return chez.page().locator("[data-saisie-bandeau=" + genre + "]");
    }

    private static void finirLaSession() {
        SITE.base().changer("""
                delete from session_ouverte
                where titulaire = (select id from compte where nom_utilisateur = ?)
                """, REFERENT);
    }
}
