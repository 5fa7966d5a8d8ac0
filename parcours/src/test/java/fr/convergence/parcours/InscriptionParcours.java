package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Guide eCaRE, « Comment s'inscrire sur la plateforme ? » et « Comment se connecter ? ». */
final class InscriptionParcours {

    @Test
    @Tag("ACC-1")
    @Tag("ACC-2")
    @Tag("ACC-3")
    @Tag("A11Y-1")
    void l_accueil_presente_les_publics_et_les_guichets() {
        try (var chez = Navigateur.ouvrir()) {
            chez.aller("/");
            chez.lire("Vous êtes un établissement de santé ou un établissement social ou médico-social ?");
            chez.lire("Domaine 1 Audits techniques");
            for (var page : new String[] {
                "/aide",
                "/cgu",
                "/mentions-legales",
                "/donnees-personnelles",
                "/accessibilite",
                "/plan-du-site",
                "/contact"
            }) {
                chez.aller(page);
                assertThat(chez.titre()).isNotBlank();
                chez.controler();
            }
        }
    }

    @Test
    @Tag("INS-1")
    @Tag("INS-4")
    @Tag("INS-5")
    @Tag("INS-6")
    @Tag("INS-7")
    @Tag("INS-8")
    @Tag("CNX-1")
    @Tag("CNX-2")
    @Tag("CNX-6")
    void un_etablissement_s_inscrit_active_son_compte_et_se_connecte() {
        try (var chez = Navigateur.ouvrir()) {
            Usagers.inscrire(
                    chez, "jeanne.parcours", "Groupement Hospitalier de Territoire", "Occitanie", "CHU DE VALBRUNE");
            Usagers.connecter(chez, "jeanne.parcours");
            assertThat(chez.page().url()).contains("/tableau-de-bord");
            chez.controler();
        }
    }

    @Test
    @Tag("INS-1")
    @Tag("A11Y-1")
    void sur_un_telephone_et_sans_javascript_l_inscription_commence_aussi() {
        try (var chez = Navigateur.surTelephone()) {
            Usagers.informations(chez, "lea.telephone");
            chez.controler();
        }
        try (var chez = Navigateur.sansJavaScript()) {
            Usagers.informations(chez, "lou.sans-script");
        }
    }

    @Test
    @Tag("INS-1")
    @Tag("INS-3")
    @Tag("FRM-4")
    void une_saisie_fausse_est_dite_pres_du_champ_et_rien_ne_se_perd() {
        try (var chez = Navigateur.ouvrir()) {
            chez.aller("/inscription/informations");
            chez.saisir("nomUtilisateur", "avec des espaces");
            chez.saisir("nom", "Essai");
            chez.saisir("motDePasse", "motdepasse123");
            chez.saisir("telephone", "12");
            chez.cliquer("Suivant");
            chez.page().locator("[data-erreurs]").waitFor();
            chez.controler();
            assertThat(chez.page().locator("[name=nom]").inputValue()).isEqualTo("Essai");
            assertThat(chez.page().locator("#telephone-messages").innerText()).isNotBlank();
        }
    }

    @Test
    @Tag("CNX-3")
    @Tag("CNX-4")
    void un_inconnu_n_apprend_rien_de_la_connexion_ni_de_l_oubli() {
        try (var chez = Navigateur.ouvrir()) {
            chez.aller("/connexion");
            chez.saisir("identifiant", "personne.inconnue");
            chez.saisir("motDePasse", "un mot de passe quelconque");
            chez.cliquer("Se connecter");
            chez.page().locator("[data-erreurs], .fr-alert--error").first().waitFor();
            chez.controler();
            chez.aller("/mot-de-passe-oublie");
            chez.controler();
        }
    }
}
