package fr.convergence.isc.accueil;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.isc.TestDIsc;
import fr.convergence.isc.acces.Fonction;
import fr.convergence.isc.compte.Comptes;
import fr.convergence.isc.compte.ComptesDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.NavigateurDeTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@TestDIsc
final class AccueilDIscTest {

    @Autowired
    MockMvcTester web;

    @Autowired
    ComptesDeTest comptesDeTest;

    @Autowired
    Comptes comptes;

    @Autowired
    BoiteAuxLettres boite;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/contact",
                "/mentions-legales",
                "/donnees-personnelles",
                "/accessibilite",
                "/cgu",
                "/connexion"
            })
    void une_page_publique_se_lit_sans_texte_manquant(String adresse) {
        var page = new NavigateurDeTest(web).lire(adresse);
        assertThat(page.statut()).isEqualTo(200);
        assertThat(page.page().title()).contains("Industriels Santé Connect");
        assertThat(page.texte()).doesNotContain("⟦", "{{");
    }

    @Test
    void un_salarie_se_connecte_avec_un_code_recu_par_courriel() {
        var compte = comptes.titulaire(comptesDeTest.membre(Fonction.SALARIE, comptesDeTest.entreprise()))
                .orElseThrow()
                .personne();
        var navigateur = new NavigateurDeTest(web).lire("/connexion");
        navigateur.envoyer(
                "/connexion",
                "identifiant",
                compte.nomUtilisateur().valeur(),
                "motDePasse",
                ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.destination()).contains("/connexion/code");
        navigateur.suivre();
        var code = boite.derniere(compte.courriel().valeur()).trouver("(\\d{6})");
        navigateur.envoyer("/connexion/code", "code", code).suivre();
        assertThat(navigateur.temoins()).containsKey("__Host-isc-session");
    }
}
