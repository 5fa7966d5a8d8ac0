package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** L'équipe se connecte avec une clé d'accès (WebAuthn), que tient un authentificateur simulé par Chromium. */
final class CleDAccesParcours {

    private static final String MOT_DE_PASSE = "Quatre-tasses-de-the-2026";
    private static final String OPERATRICE = "nadia.leroy";
    private static final String SECRET = "4MTAORYCJDP74TFFXBE4NRADYFPFNRHK";

    @Test
    @Tag("CNX-5")
    void une_operatrice_cree_une_cle_se_connecte_avec_puis_la_retire() {
        try (var chez = Navigateur.ouvrir()) {
            var authentificateur = Authentificateur.brancher(chez);
            Usagers.connecterEquipe(chez, OPERATRICE, MOT_DE_PASSE, SECRET);
            creerUneCle(chez);

            seDeconnecter(chez);
            chez.aller("/connexion/equipe");
            chez.suivreLien("Me connecter avec une clé d’accès");
            chez.lire("la clé le connaît");
            chez.capturer("cle-d-acces-connexion");
            authentificateur.reconnaitre(false);
            chez.cliquer("Utiliser ma clé d’accès");
            chez.lire("La demande a été annulée ou a trop tardé.");
            authentificateur.reconnaitre(true);
            chez.cliquer("Utiliser ma clé d’accès");
            chez.page().waitForURL("**/administration");

            retirerLaCle(chez);
            seDeconnecter(chez);
            chez.aller("/connexion/equipe/cle");
            chez.cliquer("Utiliser ma clé d’accès");
            chez.lire("Cette clé d’accès n’ouvre aucun compte");
            chez.capturer("cle-d-acces-refusee");
        }
    }

    /** La page de connexion des établissements y mène comme celle de l'équipe. */
    @Test
    @Tag("CNX-5")
    void une_referente_se_connecte_avec_sa_cle_sans_code() {
        var nom = Usagers.inscrit("ines");
        try (var chez = Navigateur.ouvrir()) {
            Authentificateur.brancher(chez).reconnaitre(true);
            Usagers.connecter(chez, nom);
            chez.aller("/compte");
            chez.suivreLien("Vos clés d’accès");
            chez.saisir("nom", "Téléphone");
            chez.saisir("actuel", Usagers.MOT_DE_PASSE);
            chez.cliquer("Continuer");
            chez.cliquer("Créer la clé d’accès");
            chez.lire("Votre clé d’accès est ajoutée.");
            seDeconnecter(chez);

            chez.aller("/connexion");
            chez.elargir(375);
            chez.controler();
            chez.capturer("connexion-telephone");
            chez.elargir(1280);
            chez.suivreLien("Me connecter avec une clé d’accès");
            chez.cliquer("Utiliser ma clé d’accès");
            chez.attendreAdresse("/tableau-de-bord");
        }
    }

    @Test
    @Tag("CNX-5")
    void sans_script_les_pages_le_disent_et_n_offrent_pas_ce_qui_ne_marcherait_pas() {
        try (var chez = Navigateur.sansJavaScript(375)) {
            chez.aller("/connexion/equipe/cle");
            lireSansScript(chez);
            assertThat(chez.page().locator("form[data-cle-d-acces]").isVisible())
                    .isFalse();
            chez.suivreLien("Me connecter avec mon mot de passe");
            chez.attendreAdresse("/connexion/equipe");
            Usagers.connecterEquipe(chez, OPERATRICE, MOT_DE_PASSE, SECRET);

            chez.aller("/compte/cles-d-acces");
            lireSansScript(chez);
            assertThat(chez.page().getByLabel("Nom de la clé").isVisible()).isFalse();
            chez.capturer("cles-d-acces-sans-script");
        }
    }

    /** Playwright ne cherche pas de texte dans un « noscript ». */
    private static void lireSansScript(Navigateur chez) {
        assertThat(chez.page().locator("noscript .fr-alert__title").innerText())
                .isEqualTo("Une clé d’accès a besoin de JavaScript");
        chez.controler();
    }

    private static void creerUneCle(Navigateur chez) {
        var site = LeSite.ouvert();
        var adresse = Usagers.courrielDe(OPERATRICE);
        var avant = site.boite().dernier(adresse);
        chez.aller("/compte");
        chez.suivreLien("Vos clés d’accès");
        chez.lire("Vous n’avez pas encore de clé d’accès.");
        chez.saisir("nom", "Ordinateur du bureau");
        chez.saisir("actuel", "ce n'est pas le bon");
        chez.cliquer("Continuer");
        chez.lire("Ce n’est pas votre mot de passe actuel.");
        chez.saisir("actuel", MOT_DE_PASSE);
        chez.cliquer("Continuer");
        chez.lire("Votre navigateur va vous demander de confirmer");
        chez.capturer("cle-d-acces-creation");
        chez.cliquer("Créer la clé d’accès");
        chez.lire("Votre clé d’accès est ajoutée.");
        chez.lire("Ordinateur du bureau");
        chez.voir("Jamais");
        chez.capturer("cles-d-acces");
        chez.elargir(375);
        chez.saisir("nom", "ordinateur du bureau");
        chez.saisir("actuel", MOT_DE_PASSE);
        chez.cliquer("Continuer");
        chez.lire("Une de vos clés porte déjà ce nom");
        chez.capturer("cles-d-acces-375");
        chez.elargir(1280);
        assertThat(site.boite().attendre(adresse, "La clé d’accès « (.+) » vient d’être ajoutée", avant))
                .isEqualTo("Ordinateur du bureau");
    }

    private static void retirerLaCle(Navigateur chez) {
        chez.aller("/compte/cles-d-acces");
        chez.page()
                .locator("button[name=cle]", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Retirer"))
                .click();
        chez.lire("elle n’ouvre plus votre compte");
        chez.lire("Vous n’avez pas encore de clé d’accès.");
    }

    private static void seDeconnecter(Navigateur chez) {
        chez.page()
                .locator("form[action='/deconnexion'] button")
                .first()
                .click(new Locator.ClickOptions().setForce(true));
        chez.page().waitForURL(page -> page.contains("deconnecte"));
    }

    /** Un appareil qui approuve tout seul, et reconnaît ou non son porteur. */
    private record Authentificateur(CDPSession protocole, String id) {

        static Authentificateur brancher(Navigateur chez) {
            var protocole = chez.page().context().newCDPSession(chez.page());
            protocole.send("WebAuthn.enable");
            var options = new JsonObject();
            options.addProperty("protocol", "ctap2");
            options.addProperty("transport", "internal");
            options.addProperty("hasResidentKey", true);
            options.addProperty("hasUserVerification", true);
            options.addProperty("isUserVerified", true);
            options.addProperty("automaticPresenceSimulation", true);
            var demande = new JsonObject();
            demande.add("options", options);
            var reponse = protocole.send("WebAuthn.addVirtualAuthenticator", demande);
            return new Authentificateur(
                    protocole, reponse.get("authenticatorId").getAsString());
        }

        void reconnaitre(boolean porteur) {
            var demande = new JsonObject();
            demande.addProperty("authenticatorId", id);
            demande.addProperty("isUserVerified", porteur);
            protocole.send("WebAuthn.setUserVerified", demande);
        }
    }
}
