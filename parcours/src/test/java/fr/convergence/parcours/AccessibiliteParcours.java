package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Les mêmes pages au clavier seul, sur un petit écran, et sans JavaScript. */
final class AccessibiliteParcours {

    private static final int TABULATIONS = 80;
    private static String nom;

    @BeforeAll
    static void inscrire() {
        nom = Usagers.nouveauNom("clavier");
        try (var chez = Navigateur.ouvrir()) {
            Usagers.inscrire(chez, nom, "Entité Juridique Publique hors GHT", "Guadeloupe", "CH DE MORNE-AZUR");
        }
    }

    @Test
    @Tag("A11Y-1")
    @Tag("CNX-1")
    @Tag("CNX-6")
    @Tag("TDB-2")
    void au_clavier_seul_de_l_accueil_au_tableau_de_bord_et_retour() {
        try (var chez = Navigateur.ouvrir()) {
            chez.aller("/");
            chez.page().keyboard().press("Tab");
            assertThat(actif(chez)).isEqualTo("Contenu");
            chez.page().keyboard().press("Enter");
            assertThat(chez.page().evaluate("document.activeElement.id")).isEqualTo("contenu");
            entrerSur(chez, "Connexion – établissements");
            chez.attendreAdresse("/connexion");
            taper(chez, "Nom d’utilisateur ou adresse e-mail", nom);
            taper(chez, "Mot de passe", Usagers.MOT_DE_PASSE);
            var avant = chez.site().boite().dernier(Usagers.courriel(nom));
            chez.page().keyboard().press("Enter");
            chez.attendreAdresse("/connexion/code");
            taper(chez, "Code transmis", Usagers.codeRecu(chez, nom, avant));
            chez.page().keyboard().press("Enter");
            chez.page().waitForURL(page -> !page.contains("/connexion"));
            if (chez.page().url().contains("/cgu")) {
                aller(chez, "J’ai lu les conditions");
                chez.page().keyboard().press("Space");
                entrerSur(chez, "Accepter et continuer");
            }
            chez.attendreAdresse("/tableau-de-bord");

            entrerSur(chez, "Candidater");
            var fenetre = chez.page().locator("dialog#candidater[open]");
            fenetre.waitFor();
            for (var i = 0; i < 12; i++) {
                chez.page().keyboard().press("Tab");
                assertThat(chez.page().evaluate("document.activeElement.closest('#candidater') !== null"))
                        .as("le focus reste dans la fenêtre")
                        .isEqualTo(true);
            }
            for (var lieu : List.of("Annuler", "Domaine", "Établissement de santé")) {
                aller(chez, lieu);
                chez.page().keyboard().press("Escape");
                PlaywrightAssertions.assertThat(fenetre).isHidden();
                assertThat(actif(chez)).as("d'où l'on venait").isEqualTo("Candidater");
                chez.page().keyboard().press("Enter");
                fenetre.waitFor();
            }
            chez.page().keyboard().press("Escape");
            PlaywrightAssertions.assertThat(fenetre).isHidden();
            reculer(chez, "Se déconnecter");
            chez.page().keyboard().press("Enter");
            chez.voir("Vous êtes déconnecté");
        }
    }

    @Test
    @Tag("A11Y-1")
    @Tag("I18N-1")
    void rien_ne_deborde_a_320_pixels_et_tout_est_dit_en_francais() {
        try (var chez = Navigateur.surEcran(320)) {
            for (var page : List.of(
                    "/",
                    "/connexion",
                    "/connexion/equipe",
                    "/mot-de-passe-oublie",
                    "/activation/renvoi",
                    "/inscription/informations",
                    "/aide/candidature")) {
                controler(chez, page);
            }
            chez.cliquer("Menu");
            chez.page().locator("#menu.fr-modal--opened").waitFor();
            chez.controler();
            chez.capturer("menu-320");
            Usagers.connecter(chez, nom);
            for (var page : List.of(
                    "/tableau-de-bord",
                    "/candidater",
                    "/compte",
                    "/compte/informations",
                    "/compte/mot-de-passe",
                    "/compte/etablissements",
                    "/compte/etablissements/ajout",
                    "/compte/sessions",
                    "/compte/donnees")) {
                controler(chez, page);
                chez.capturer("320" + page.replace('/', '-'));
            }
        }
    }

    @Test
    @Tag("A11Y-1")
    @Tag("CNX-1")
    @Tag("CNX-2")
    @Tag("CNX-4")
    @Tag("TDB-1")
    @Tag("TDB-2")
    @Tag("CPT-1")
    void sans_javascript_chaque_formulaire_de_compte_repond() {
        var sans = Usagers.nouveauNom("sans");
        try (var chez = Navigateur.sansJavaScript(375)) {
            Usagers.inscrire(
                    chez, sans, "Entité Juridique Privée", "Pays de la Loire", "MUTUALITE SANTE DE L'ESTUAIRE");
            chez.aller("/connexion");
            chez.controler();
            chez.capturer("sans-script-connexion");
            Usagers.connecter(chez, sans);
            chez.attendreAdresse("/tableau-de-bord");
            chez.controler();
            chez.suivreLien("Candidater");
            chez.attendreAdresse("/candidater");
            chez.choisir("guichet", Candidatures.DOMAINE_2);
            chez.page().locator("select[name=etablissement]").selectOption(new SelectOption().setIndex(1));
            chez.controler();
            chez.cliquer("Valider");
            chez.page().waitForURL("**/dossiers/**");
            chez.aller("/tableau-de-bord");
            chez.saisir("q", "reprise");
            chez.page().locator("#filtres button").click();
            chez.page().waitForURL("**q=reprise**");
            PlaywrightAssertions.assertThat(chez.page().locator("#candidatures tbody tr"))
                    .hasCount(1);
            chez.controler();
            chez.capturer("sans-script-tableau");

            chez.aller("/compte/mot-de-passe");
            chez.saisir("actuel", Usagers.MOT_DE_PASSE);
            chez.saisir("motDePasse", "court");
            chez.saisir("confirmation", "court");
            chez.cliquer("Changer le mot de passe");
            assertThat(chez.erreur("motDePasse")).isNotBlank();
            chez.controler();
            chez.cliquer("Se déconnecter");
            chez.voir("Vous êtes déconnecté");
            chez.aller("/mot-de-passe-oublie");
            chez.saisir("identifiant", sans);
            chez.cliquer("Envoyer le lien");
            chez.lire("Consultez votre messagerie");
        }
    }

    private static void controler(Navigateur chez, String page) {
        chez.aller(page);
        assertThat(chez.page().locator("html").getAttribute("lang")).isEqualTo("fr");
        chez.controler();
    }

    private static void entrerSur(Navigateur chez, String nomAccessible) {
        aller(chez, nomAccessible);
        chez.page().keyboard().press("Enter");
    }

    private static void taper(Navigateur chez, String champ, String valeur) {
        aller(chez, champ);
        chez.page().keyboard().type(valeur, new Keyboard.TypeOptions());
    }

    private static void aller(Navigateur chez, String nomAccessible) {
        parcourir(chez, "Tab", nomAccessible);
    }

    private static void reculer(Navigateur chez, String nomAccessible) {
        parcourir(chez, "Shift+Tab", nomAccessible);
    }

    /** De commande en commande, jusqu'à celle qui porte ce nom ; le focus se voit sur chacune. */
    private static void parcourir(Navigateur chez, String touche, String nomAccessible) {
        for (var i = 0; i < TABULATIONS; i++) {
            chez.page().keyboard().press(touche);
            var actif = actif(chez);
            if (!actif.isEmpty()) {
                assertThat(chez.page().evaluate("""
                                () => {
                                  const style = getComputedStyle(document.activeElement);
                                  return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
                                }"""))
                        .as("le focus se voit sur « %s »", actif)
                        .isEqualTo(true);
            }
            if (actif.startsWith(nomAccessible)) {
                return;
            }
        }
        throw new AssertionError("Le clavier n'atteint pas « " + nomAccessible + " » sur "
                + chez.page().url());
    }

    /** Ce qu'un lecteur d'écran dirait de la commande qui a le focus. */
    private static String actif(Navigateur chez) {
        return Objects.toString(chez.page().evaluate("""
                () => {
                  const actif = document.activeElement;
                  const dit = actif.labels?.[0]?.textContent ?? actif.textContent;
                  return dit.replace(/\\s+/g, ' ').trim();
                }"""));
    }
}
