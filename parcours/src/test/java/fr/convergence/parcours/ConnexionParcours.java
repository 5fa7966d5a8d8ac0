package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Guide eCaRE, « Comment se connecter ? », et la page des ARS, de l'ANS et du support. */
final class ConnexionParcours {

    private static String titulaire;

    @BeforeAll
    static void inscrire() {
        titulaire = Usagers.inscrit("marie");
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
            var ancien = Usagers.codeDemande(chez, titulaire);
            chez.controler();
            chez.capturer("connexion-code");
            chez.saisir("code", faux(ancien));
            chez.cliquer("Valider");
            assertThat(chez.erreur("code")).contains("n’est pas le bon");
            chez.controler();

            var deLAutre = Usagers.codeDemande(ailleurs, titulaire);
            Usagers.essayerLeCode(chez, deLAutre);
            assertThat(chez.erreur("code")).contains("n’est pas le bon");

            var avant = chez.site().boite().dernier(Usagers.courriel(titulaire));
            chez.cliquer("Envoyer un nouveau code");
            chez.lire("Un nouveau code vient de vous être envoyé");
            var nouveau = Usagers.codeRecu(chez, titulaire, avant);
            Usagers.essayerLeCode(chez, ancien.equals(nouveau) ? faux(nouveau) : ancien);
            assertThat(chez.erreur("code")).isNotBlank();
            Usagers.essayerLeCode(chez, nouveau);
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
            var juste = Usagers.codeDemande(chez, titulaire);
            for (var i = 0; i < 5; i++) {
                Usagers.essayerLeCode(chez, faux(juste));
                chez.erreur("code");
            }
            Usagers.essayerLeCode(chez, juste);
            assertThat(chez.erreur("code")).contains("Demandez-en un nouveau");
        }
    }

    @Test
    @Tag("CNX-3")
    @Tag("NOT-1")
    void un_inconnu_se_bloque_lui_meme_et_jamais_le_titulaire() {
        var visee = Usagers.inscrit("victoire");
        try (var chez = Navigateur.ouvrir();
                var inconnu = Navigateur.ouvrir()) {
            Usagers.connecter(chez, visee);
            chez.cliquer("Se déconnecter");
            chez.lire("Vous êtes déconnecté");

            for (var i = 0; i < 6; i++) {
                Usagers.identifier(inconnu, visee, "Un-autre-mot-2026");
                inconnu.page().locator("[data-erreurs]").waitFor();
            }
            inconnu.voir("Recopiez les caractères du contrôle de sécurité");
            inconnu.capturer("connexion-controle");
            assertThat(chez.site()
                            .boite()
                            .attendre(Usagers.courriel(visee), "Plusieurs essais de connexion ont échoué"))
                    .isNotEmpty();

            Usagers.connecter(chez, visee);
            chez.attendreAdresse("/tableau-de-bord");
        }
    }

    @Test
    @Tag("CNX-1")
    @Tag("CNX-2")
    @Tag("CNX-3")
    void l_equipe_se_connecte_avec_son_application_d_authentification() {
        try (var chez = Navigateur.ouvrir()) {
            chez.aller("/connexion");
            chez.page().getByText("Vous êtes une ARS, un GRADeS ou l’ANS ?").click();
            chez.attendreAdresse("/connexion/equipe");
            chez.controler();
            chez.capturer("connexion-equipe");
            chez.saisir("identifiant", "yann.morvan");
            chez.saisir("motDePasse", "Quatre-tasses-de-the-2026");
            chez.cliquer("Se connecter");
            chez.attendreAdresse("/connexion/equipe/code");
            chez.saisir("code", "000000");
            chez.cliquer("Valider");
            assertThat(chez.erreur("code")).contains("n’est pas le bon");
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

    private static String faux(String code) {
        return (code.charAt(0) == '9' ? "0" : "9") + code.substring(1);
    }
}
