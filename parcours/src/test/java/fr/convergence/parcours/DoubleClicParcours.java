package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sans JavaScript, un double clic sur chaque bouton, de la connexion à la déconnexion, mène où un seul mène. */
@Tag("A11Y-1")
@Tag("CNX-2")
final class DoubleClicParcours {

    private static final LeSite SITE = LeSite.ouvert();

    private static final String REFERENTE = Usagers.inscrit("odile");

    @Test
    void de_la_connexion_a_la_deconnexion_en_double_cliquant() {
        var adresse = Usagers.courrielDe(REFERENTE);
        for (var essai = 0; essai < 3; essai++) {
            try (var chez = Navigateur.sansJavaScript()) {
                var avant = SITE.boite().dernier(adresse);
                var recus = SITE.boite().recus(adresse).size();
                chez.aller("/connexion");
                taper(chez, "identifiant", REFERENTE);
                taper(chez, "motDePasse", Usagers.MOT_DE_PASSE);
                doubleCliquer(chez, "Se connecter");
                chez.attendreAdresse("/connexion/code");

                taper(chez, "code", Usagers.codeRecu(chez, REFERENTE, avant));
                doubleCliquer(chez, "Valider");
                chez.page().waitForURL(page -> !page.contains("/connexion"));
                if (chez.page().url().endsWith("/cgu/acceptation")) {
                    chez.page().locator("[name=acceptation]").check(new Locator.CheckOptions().setForce(true));
                    doubleCliquer(chez, "Accepter et continuer");
                }
                chez.attendreAdresse("/tableau-de-bord");

                doubleCliquer(chez, "Se déconnecter");
                chez.page().waitForURL(page -> page.contains("deconnecte"));
                assertThat(SITE.boite().recus(adresse)).hasSize(recus + 1);
            }
        }
    }

    private static void doubleCliquer(Navigateur chez, String bouton) {
        chez.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(bouton))
                .first()
                .dblclick();
    }

    private static void taper(Navigateur chez, String champ, String texte) {
        chez.page().locator("[name='" + champ + "']").click();
        chez.page().keyboard().type(texte, new Keyboard.TypeOptions().setDelay(20));
        chez.page().keyboard().press("Tab");
    }
}
