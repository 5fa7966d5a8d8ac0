package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** L'accueil et les pages que tout le monde lit. */
final class AccueilParcours {

    private static final String DATE = "\\d{1,2}\\S*\\s\\S+\\s20\\d\\d";

    @Test
    @Tag("ACC-1")
    @Tag("ACC-2")
    void l_accueil_presente_les_publics_et_le_calendrier_des_guichets() {
        try (var chez = Navigateur.ouvrir()) {
            chez.aller("/");
            assertThat(chez.titre())
                    .isEqualTo("Convergence : Une plateforme nationale pour accompagner les acteurs de la e-santé à se"
                            + " conformer à la réglementation et à accélérer leur développement");
            for (var lecteur : List.of(
                    "Vous êtes un établissement de santé ou un établissement social ou médico-social ?",
                    "Vous êtes une Entreprise du Numérique en Santé ?",
                    "Vous êtes une ARS ou un GRADeS ?")) {
                var volet = chez.page().locator("section:has(h2:text-is(\"" + lecteur + "\"))");
                assertThat(volet.locator("a.fr-btn").allInnerTexts())
                        .satisfiesExactly(
                                bouton -> assertThat(bouton).startsWith("Connexion"),
                                bouton -> assertThat(bouton).startsWith("Inscription"));
            }
            var guichet = chez.page().locator("tr:has-text('Domaine 1 Audits techniques')");
            PlaywrightAssertions.assertThat(guichet).containsText("Ouvert");
            PlaywrightAssertions.assertThat(guichet).containsText(Pattern.compile("du " + DATE + ".*\\sau " + DATE));
            chez.controler();
            chez.capturer("accueil");
            chez.page()
                    .locator("section:has(#etablissement) a:has-text('Connexion')")
                    .click();
            chez.attendreAdresse("/connexion");
        }
    }

    @Test
    @Tag("ACC-3")
    void les_pages_legales_et_l_aide_se_lisent_depuis_le_pied_de_page() {
        try (var chez = Navigateur.ouvrir()) {
            chez.aller("/plan-du-site");
            var liens = chez.page().locator("#pied a[href^='/']").all().stream()
                    .map(lien -> lien.getAttribute("href"))
                    .toList();
            assertThat(liens)
                    .contains(
                            "/plan-du-site",
                            "/accessibilite",
                            "/mentions-legales",
                            "/donnees-personnelles",
                            "/cgu",
                            "/contact");
            liens.forEach(lien -> {
                chez.aller(lien);
                assertThat(chez.titre()).isNotBlank();
                chez.controler();
            });
            chez.aller("/aide");
            var guides = chez.page().locator("main a[href^='/aide/']").all().stream()
                    .map(lien -> lien.getAttribute("href"))
                    .distinct()
                    .toList();
            assertThat(guides).hasSizeGreaterThanOrEqualTo(4);
            guides.forEach(guide -> {
                chez.aller(guide);
                chez.controler();
            });
        }
    }

    @Test
    @Tag("ACC-3")
    void une_page_qui_n_existe_pas_dit_ou_aller() {
        try (var chez = Navigateur.ouvrir()) {
            chez.aller("/page-qui-n-existe-pas");
            chez.lire("Page introuvable");
            chez.suivreLien("Revenir à l’accueil");
            chez.attendreAdresse("/");
        }
    }
}
