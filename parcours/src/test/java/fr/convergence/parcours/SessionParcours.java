package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Une fois connecté : les conditions à accepter, la session, et sa fin qui s'annonce. */
final class SessionParcours {

    /** L'heure que lit la page, avancée d'un geste ; elle la regarde quand l'onglet reparaît. */
    private static final String AVANCER = """
            const heure = Date.now;
            let avance = 0;
            Date.now = () => heure() + avance;
            window.avancer = (minutes) => {
              avance += minutes * 60_000 + 5_000;
              document.dispatchEvent(new Event("visibilitychange"));
            };""";

    private static String titulaire;

    @BeforeAll
    static void inscrire() {
        titulaire = Usagers.inscrit("marie");
    }

    @Test
    @Tag("CNX-6")
    void les_cgu_s_acceptent_a_la_premiere_connexion_et_a_chaque_nouvelle_version() {
        var nom = Usagers.inscrit("celine");
        try (var chez = Navigateur.ouvrir()) {
            Usagers.essayerLeCode(chez, Usagers.codeDemande(chez, nom));
            chez.attendreAdresse("/cgu/acceptation");
            chez.aller("/tableau-de-bord");
            chez.lire("Acceptez les conditions générales d’utilisation");
            chez.capturer("cgu");
            chez.cliquer("Accepter et continuer");
            assertThat(chez.erreur("acceptation")).contains("Cochez la case");
            chez.cocher("acceptation", "oui");
            chez.cliquer("Accepter et continuer");
            chez.attendreAdresse("/tableau-de-bord");
            chez.aller("/compte");
            chez.lire("Acceptée le");

            // Ce compte n'avait accepté qu'une version d'avant.
            chez.site().base().changer("""
                    update cgu_acceptation set version = 0
                    where compte = (select id from compte where nom_utilisateur = ?)
                    """, nom);
            chez.cliquer("Se déconnecter");
            Usagers.essayerLeCode(chez, Usagers.codeDemande(chez, nom));
            chez.attendreAdresse("/cgu/acceptation");
        }
    }

    @Test
    @Tag("CNX-7")
    void la_session_porte_un_temoin_protege_change_a_la_connexion() {
        try (var chez = Navigateur.ouvrir()) {
            Usagers.codeDemande(chez, titulaire);
            var avant = temoins(chez);
            Usagers.essayerLeCode(chez, Usagers.codeRecu(chez, titulaire, 0));
            chez.page().waitForURL(page -> !page.contains("/connexion"));
            var apres = temoins(chez);
            assertThat(apres).isNotEmpty().allSatisfy(temoin -> {
                assertThat(temoin.httpOnly).isTrue();
                assertThat(temoin.sameSite).isIn(SameSiteAttribute.LAX, SameSiteAttribute.STRICT);
            });
            assertThat(apres)
                    .extracting(temoin -> temoin.value)
                    .doesNotContainAnyElementsOf(
                            avant.stream().map(temoin -> temoin.value).toList());
        }
    }

    @Test
    @Tag("CNX-7")
    void la_fin_de_session_s_annonce_se_prolonge_et_se_dit() {
        try (var chez = Navigateur.ouvrir()) {
            Usagers.connecter(chez, titulaire);
            chez.page().addInitScript(AVANCER);
            chez.aller("/compte/informations");
            chez.saisir("prenom", "Marie-Ange");
            avancer(chez, 28);
            chez.page().getByText("Votre session va se terminer").waitFor();
            chez.controler();
            chez.capturer("session-avertissement");
            chez.cliquer("Rester connecté");
            chez.page().locator("dialog[data-session][open]").waitFor(cache());

            avancer(chez, 31);
            chez.page().getByText("Votre session est terminée.").waitFor();
            chez.controler();
            chez.cliquer("Fermer");
            assertThat(chez.page().locator("[name=prenom]").inputValue()).isEqualTo("Marie-Ange");

            chez.site().base().changer("""
                    update session_ouverte set vue_le = vue_le - interval '1 day'
                    where titulaire = (select id from compte where nom_utilisateur = ?)
                    """, titulaire);
            chez.aller("/compte");
            chez.attendreAdresse("/connexion");
            chez.controler();
        }
    }

    private static void avancer(Navigateur chez, int minutes) {
        chez.page().evaluate("minutes => window.avancer(minutes)", minutes);
    }

    private static Locator.WaitForOptions cache() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }

    private static List<Cookie> temoins(Navigateur chez) {
        return chez.page().context().cookies().stream()
                .filter(temoin -> temoin.name.endsWith("session"))
                .toList();
    }
}
