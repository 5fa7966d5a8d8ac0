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

/** Guide eCaRE, « Comment se connecter ? », « Mot de passe oublié », et la page des ARS, de l'ANS et du support. */
final class ConnexionParcours {

    private static final String MOT_DE_PASSE = Usagers.MOT_DE_PASSE;
    private static final String TROP_D_ESSAIS = "Trop d'essais";

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
        titulaire = inscrit("marie");
    }

    @Test
    @Tag("CNX-1")
    void un_mauvais_mot_de_passe_et_un_nom_inconnu_se_disent_pareil() {
        try (var chez = Navigateur.ouvrir()) {
            chez.aller("/connexion");
            chez.voir("Vous êtes un établissement de santé");
            chez.voir("Mot de passe oublié ?");
            chez.voir("Pas encore inscrit ?");
            chez.controler();
            chez.capturer("connexion");
            Usagers.identifier(chez, titulaire, "Un-autre-mot-2026");
            var connu = chez.page().locator("[data-erreurs]").innerText();
            assertThat(chez.page().locator("[name=identifiant]").inputValue()).isEqualTo(titulaire);
            assertThat(chez.page().locator("[name=motDePasse]").inputValue()).isEmpty();
            chez.controler();
            Usagers.identifier(chez, "personne.inconnue", "Un-autre-mot-2026");
            assertThat(chez.page().locator("[data-erreurs]").innerText()).isEqualTo(connu);
            Usagers.identifier(chez, "", "");
            assertThat(chez.erreur("identifiant")).isNotBlank();
            assertThat(chez.erreur("motDePasse")).isNotBlank();
        }
    }

    @Test
    @Tag("CNX-2")
    void seul_le_dernier_code_de_cette_connexion_ouvre_la_session() {
        try (var chez = Navigateur.ouvrir();
                var ailleurs = Navigateur.ouvrir()) {
            var ancien = code(chez);
            chez.controler();
            chez.capturer("connexion-code");
            chez.saisir("code", faux(ancien));
            chez.cliquer("Valider");
            assertThat(chez.erreur("code")).contains("n'est pas le bon");
            chez.controler();

            var deLAutre = code(ailleurs);
            essayer(chez, deLAutre);
            assertThat(chez.erreur("code")).contains("n'est pas le bon");

            var avant = dernierCourriel(chez);
            chez.cliquer("Envoyer un nouveau code");
            chez.lire("Un nouveau code vient de vous être envoyé");
            var nouveau = Usagers.codeRecu(chez, titulaire, avant);
            essayer(chez, ancien.equals(nouveau) ? faux(nouveau) : ancien);
            assertThat(chez.erreur("code")).isNotBlank();
            essayer(chez, nouveau);
            chez.page().waitForURL(page -> !page.contains("/connexion"));

            chez.aller("/connexion/code");
            chez.page().waitForURL(page -> !page.contains("/connexion/code"));
        }
    }

    @Test
    @Tag("CNX-2")
    @Tag("CNX-3")
    void un_code_meurt_au_cinquieme_essai() {
        try (var chez = Navigateur.ouvrir()) {
            var juste = code(chez);
            for (var i = 0; i < 5; i++) {
                essayer(chez, faux(juste));
                chez.erreur("code");
            }
            essayer(chez, juste);
            assertThat(chez.erreur("code")).contains("Demandez-en un nouveau");
        }
    }

    @Test
    @Tag("CNX-3")
    @Tag("NOT-1")
    void un_inconnu_se_bloque_lui_meme_et_jamais_le_titulaire() {
        var visee = inscrit("victoire");
        try (var chez = Navigateur.ouvrir();
                var inconnu = Navigateur.ouvrir()) {
            Usagers.connecter(chez, visee);
            chez.cliquer("Se déconnecter");
            chez.lire("Vous êtes déconnecté");

            for (var i = 0; i < 6; i++) {
                Usagers.identifier(inconnu, visee, "Un-autre-mot-2026");
                inconnu.page()
                        .locator("[data-erreurs], h1:text-is(\"" + TROP_D_ESSAIS + "\")")
                        .waitFor();
            }
            inconnu.lire(TROP_D_ESSAIS);
            inconnu.voir("heure de Paris");
            inconnu.capturer("connexion-verrou");
            assertThat(chez.site()
                            .boite()
                            .attendre(Usagers.courriel(visee), "Plusieurs essais de connexion ont échoué"))
                    .isNotEmpty();

            Usagers.connecter(chez, visee);
            chez.attendreAdresse("/tableau-de-bord");
        }
    }

    @Test
    @Tag("CNX-4")
    @Tag("NOT-1")
    void un_mot_de_passe_oublie_se_remplace_une_fois_et_ferme_les_autres_sessions() {
        var nom = inscrit("ondine");
        try (var chez = Navigateur.ouvrir();
                var ailleurs = Navigateur.ouvrir()) {
            Usagers.connecter(ailleurs, nom);
            var avant = chez.site().boite().dernier(Usagers.courriel(nom));
            chez.aller("/connexion");
            chez.suivreLien("Mot de passe oublié ?");
            chez.controler();
            chez.saisir("identifiant", nom);
            chez.cliquer("Envoyer le lien");
            chez.lire("Si un compte correspond");
            var lien = Usagers.lienRecu(chez, Usagers.courriel(nom), "mot-de-passe-oublie", avant);
            chez.aller(lien);
            choisir(chez, "Ondine-2026-hopital", "Ondine-2026-hopital");
            assertThat(chez.erreur("motDePasse")).contains("ni votre nom");
            choisir(chez, "Cinq-loutres-vertes-7", "Cinq-loutres-vertes-8");
            assertThat(chez.erreur("confirmation")).contains("ne sont pas les mêmes");
            chez.controler();
            choisir(chez, "Cinq-loutres-vertes-7", "Cinq-loutres-vertes-7");
            chez.lire("Votre mot de passe est changé");
            chez.site().boite().attendre(Usagers.courriel(nom), "Votre mot de passe a été changé");

            chez.aller(lien);
            chez.lire("Ce lien n'est plus valable");
            ailleurs.aller("/tableau-de-bord");
            ailleurs.attendreAdresse("/connexion");
            Usagers.connecter(chez, nom, "Cinq-loutres-vertes-7");
            chez.attendreAdresse("/tableau-de-bord");
        }
    }

    @Test
    @Tag("CNX-4")
    @Tag("INS-2")
    void l_oubli_repond_de_meme_pour_un_inconnu() {
        try (var chez = Navigateur.ouvrir()) {
            chez.aller("/mot-de-passe-oublie");
            chez.saisir("identifiant", "personne.inconnue");
            chez.cliquer("Envoyer le lien");
            chez.attendreAdresse("/mot-de-passe-oublie/envoi");
            chez.lire("Si un compte correspond");
        }
    }

    @Test
    @Tag("CNX-6")
    void les_cgu_s_acceptent_a_la_premiere_connexion_et_a_chaque_nouvelle_version() {
        var nom = inscrit("celine");
        try (var chez = Navigateur.ouvrir()) {
            entrer(chez, nom);
            chez.attendreAdresse("/cgu/acceptation");
            chez.aller("/tableau-de-bord");
            chez.lire("Acceptez les conditions générales d'utilisation");
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
            entrer(chez, nom);
            chez.attendreAdresse("/cgu/acceptation");
        }
    }

    @Test
    @Tag("CNX-7")
    void la_session_porte_un_temoin_protege_change_a_la_connexion() {
        try (var chez = Navigateur.ouvrir()) {
            code(chez);
            var avant = temoins(chez);
            essayer(chez, Usagers.codeRecu(chez, titulaire, 0));
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
                    update authentification_session set expiry_time = 0, last_access_time = 0
                    where principal_name = (select id::text from compte where nom_utilisateur = ?)
                    """, titulaire);
            chez.aller("/compte");
            chez.attendreAdresse("/connexion");
            chez.controler();
        }
    }

    @Test
    @Tag("CNX-1")
    @Tag("CNX-2")
    @Tag("CNX-3")
    void l_equipe_se_connecte_avec_son_application_d_authentification() {
        try (var chez = Navigateur.ouvrir()) {
            chez.aller("/connexion");
            chez.page().getByText("Vous êtes une ARS, un GRADeS ou l'ANS ?").click();
            chez.attendreAdresse("/connexion/equipe");
            chez.controler();
            chez.capturer("connexion-equipe");
            chez.saisir("identifiant", "yann.morvan");
            chez.saisir("motDePasse", "Quatre-tasses-de-the-2026");
            chez.cliquer("Se connecter");
            chez.attendreAdresse("/connexion/equipe/code");
            chez.saisir("code", "000000");
            chez.cliquer("Valider");
            assertThat(chez.erreur("code")).contains("n'est pas le bon");
            chez.controler();
            chez.capturer("connexion-equipe-code");
        }
        try (var chez = Navigateur.ouvrir()) {
            Usagers.connecterEquipe(
                    chez, "yann.morvan", "Quatre-tasses-de-the-2026", "H4D3D2VBWER6SYQZTDADGCO6354UH7LG");
            chez.attendreAdresse("/instruction");
            chez.controler();
        }
        try (var chez = Navigateur.ouvrir()) {
            chez.aller("/instruction");
            chez.page().waitForURL(page -> page.contains("/connexion"));
        }
    }

    private static void avancer(Navigateur chez, int minutes) {
        chez.page().evaluate("minutes => window.avancer(minutes)", minutes);
    }

    private static Locator.WaitForOptions cache() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }

    private static String inscrit(String prenom) {
        var nom = Usagers.nouveauNom(prenom);
        try (var chez = Navigateur.ouvrir()) {
            Usagers.inscrire(chez, nom, "Entité Juridique Privée", "Grand Est", "CLINIQUE DE L'ORANGERIE-NEUVE");
        }
        return nom;
    }

    /** Mot de passe juste, puis le code reçu, sans accepter les CGU. */
    private static void entrer(Navigateur chez, String nom) {
        var avant = chez.site().boite().dernier(Usagers.courriel(nom));
        Usagers.identifier(chez, nom, MOT_DE_PASSE);
        chez.attendreAdresse("/connexion/code");
        essayer(chez, Usagers.codeRecu(chez, nom, avant));
    }

    /** Mène jusqu'à la page du code, et rend celui qui est arrivé. */
    private static String code(Navigateur chez) {
        var avant = dernierCourriel(chez);
        Usagers.identifier(chez, titulaire, MOT_DE_PASSE);
        chez.attendreAdresse("/connexion/code");
        return Usagers.codeRecu(chez, titulaire, avant);
    }

    private static void essayer(Navigateur chez, String code) {
        chez.saisir("code", code);
        chez.page()
                .waitForResponse(reponse -> reponse.request().method().equals("POST"), () -> chez.cliquer("Valider"));
        chez.page().waitForLoadState();
    }

    private static void choisir(Navigateur chez, String motDePasse, String confirmation) {
        chez.saisir("motDePasse", motDePasse);
        chez.saisir("confirmation", confirmation);
        chez.cliquer("Enregistrer le mot de passe");
    }

    private static String faux(String code) {
        return (code.charAt(0) == '9' ? "0" : "9") + code.substring(1);
    }

    private static long dernierCourriel(Navigateur chez) {
        return chez.site().boite().dernier(Usagers.courriel(titulaire));
    }

    private static List<Cookie> temoins(Navigateur chez) {
        return chez.page().context().cookies().stream()
                .filter(temoin -> temoin.name.endsWith("session"))
                .toList();
    }
}
