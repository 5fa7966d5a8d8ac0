package fr.convergence.portail.profil;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.BoiteAuxLettres;
import fr.convergence.portail.NavigateurDeTest;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.Comptes;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.portail.compte.EtablissementsDuCompte;
import fr.convergence.portail.compte.EtatDuCompte;
import fr.convergence.portail.etablissement.CleCandidat;
import fr.convergence.portail.inscription.RegistreDEssai;
import fr.convergence.socle.session.Sessions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** « Votre compte » (CPT-1, ETB-1, CNX-5, CNX-6). */
@TestDuPortail
@Tag("CPT-1")
@Tag("ETB-1")
final class ProfilTest {

    private static final String NOUVEAU = "Cerisier-orange-77-bateau";
    private static final CleCandidat CLINIQUE =
            CleCandidat.lire("EJ_PRIVEE", "340000017").orElseThrow();
    private static final AtomicInteger ADRESSES = new AtomicInteger();

    @Autowired
    MockMvcTester web;

    @Autowired
    ComptesDeTest deTest;

    @Autowired
    Comptes comptes;

    @Autowired
    EtablissementsDuCompte etablissements;

    @Autowired
    Sessions sessions;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    JdbcClient base;

    private Compte claire;
    private NavigateurDeTest navigateur;

    @BeforeEach
    void preparer() {
        claire = deTest.referent(ComptesDeTest.CHU, CLINIQUE);
        navigateur = connecter(ComptesDeTest.MOT_DE_PASSE);
    }

    @Test
    void les_cgu_s_acceptent_avant_toute_autre_page_puis_se_lisent_acceptees() {
        assertThat(navigateur.lire("/compte/sessions").destination()).isEqualTo("/cgu/acceptation");
        assertThat(navigateur.suivre().texte()).contains("J’ai lu les conditions générales");
        assertThat(navigateur.envoyer("/cgu/acceptation").statut()).isEqualTo(422);
        assertThat(navigateur.lire("/cgu").statut()).as("les lire reste permis").isEqualTo(200);
        navigateur.lire("/cgu/acceptation").envoyer("/cgu/acceptation", "acceptation", "oui");
        assertThat(navigateur.destination()).isEqualTo("/compte/sessions");
        assertThat(navigateur.lire("/compte").texte()).contains("Version actuelle des CGU Acceptée le");
        var plusTard = connecter(ComptesDeTest.MOT_DE_PASSE);
        assertThat(plusTard.lire("/compte").statut()).isEqualTo(200);
    }

    @Test
    void on_peut_se_deconnecter_sans_accepter() {
        navigateur.lire("/cgu/acceptation").envoyer("/deconnexion");
        assertThat(navigateur.lire("/compte").destination()).endsWith("/connexion");
    }

    @Test
    void la_page_dit_qui_l_on_est() {
        accepter();
        assertThat(navigateur.lire("/compte").texte())
                .contains("Madame", "Claire", "Durand", claire.nomUtilisateur(), "+33 4 67 33 67 33");
    }

    @Test
    void la_page_dit_l_etablissement_dans_les_mots_du_guide() {
        RegistreDEssai.poser(base);
        accepter();

        assertThat(navigateur.lire("/compte").texte())
                .containsSubsequence(
                        "Groupement Hospitalier de Territoire",
                        "Code GHT OCC-04",
                        "Intitulé GHT GHT Est Herault et Sud Aveyron",
                        "Raison sociale support CHU MONTPELLIER",
                        "FINESS support " + RegistreDEssai.SUPPORT);
    }

    @Test
    void les_informations_se_corrigent() {
        accepter();
        navigateur
                .lire("/compte/informations")
                .envoyer("/compte/informations", "civilite", "MADAME", "nom", "", "prenom", "Zoé", "telephone", "12");
        assertThat(navigateur.statut()).isEqualTo(422);
        assertThat(navigateur.page().select("#prenom").val()).isEqualTo("Zoé");
        for (var faux : List.of("12345", "???", "\u200b\u00a0")) {
            navigateur.envoyer(
                    "/compte/informations",
                    "civilite",
                    "MADAME",
                    "nom",
                    faux,
                    "prenom",
                    "Zoé",
                    "telephone",
                    "0467336733");
            assertThat(navigateur.statut()).as(faux).isEqualTo(422);
        }
        navigateur.envoyer(
                "/compte/informations",
                "civilite",
                "MONSIEUR",
                "nom",
                "Le\u00a0Goff\u200b",
                "prenom",
                "Zoé",
                "telephone",
                "0467336733");
        assertThat(navigateur.suivre().texte()).contains("Vos informations sont enregistrées", "Monsieur", "Le Goff");
    }

    @Test
    void changer_de_mot_de_passe_demande_l_actuel_et_termine_les_autres_sessions() {
        accepter();
        var autre = connecter(ComptesDeTest.MOT_DE_PASSE);
        navigateur
                .lire("/compte/mot-de-passe")
                .envoyer("/compte/mot-de-passe", "actuel", "Faux", "motDePasse", NOUVEAU, "confirmation", NOUVEAU);
        assertThat(navigateur.texte()).contains("Ce n’est pas votre mot de passe actuel");
        navigateur.envoyer(
                "/compte/mot-de-passe",
                "actuel",
                ComptesDeTest.MOT_DE_PASSE,
                "motDePasse",
                NOUVEAU,
                "confirmation",
                NOUVEAU);
        assertThat(navigateur.suivre().texte()).contains("Votre mot de passe est changé");
        assertThat(autre.lire("/compte").destination()).endsWith("/connexion");
        assertThat(navigateur.lire("/compte").statut()).isEqualTo(200);
    }

    @Test
    void un_nouveau_mot_de_passe_juste_survit_a_l_actuel_faux_sans_revenir_dans_la_page() {
        accepter();
        navigateur
                .lire("/compte/mot-de-passe")
                .envoyer("/compte/mot-de-passe", "actuel", "Faux", "motDePasse", NOUVEAU, "confirmation", NOUVEAU);
        assertThat(navigateur.statut()).isEqualTo(422);
        assertThat(navigateur.texte()).contains("Votre nouveau mot de passe est retenu");
        assertThat(navigateur.page().html()).doesNotContain(NOUVEAU);
        assertThat(navigateur.page().select("#motDePasse[required], #confirmation[required]"))
                .isEmpty();

        changer(ComptesDeTest.MOT_DE_PASSE, "", "");
        assertThat(navigateur.suivre().texte()).contains("Votre mot de passe est changé");
        assertThat(connecter(NOUVEAU).lire("/compte").statut()).isEqualTo(200);
    }

    @Test
    void le_mot_de_passe_retenu_se_change_et_s_oublie_quand_on_quitte_la_page() {
        accepter();
        navigateur.lire("/compte/mot-de-passe");
        changer("Faux", NOUVEAU, NOUVEAU);
        changer(ComptesDeTest.MOT_DE_PASSE, NOUVEAU + "2", "autre");
        assertThat(navigateur.texte()).as("un autre est tapé").doesNotContain("est retenu");
        changer(ComptesDeTest.MOT_DE_PASSE, "", "");
        assertThat(navigateur.statut()).as("refusé, il n'en reste rien").isEqualTo(422);

        changer("Faux", NOUVEAU, NOUVEAU);
        navigateur.lire("/compte/mot-de-passe");
        assertThat(navigateur.texte()).doesNotContain("est retenu");
        changer(ComptesDeTest.MOT_DE_PASSE, "", "");
        assertThat(navigateur.statut()).isEqualTo(422);
    }

    private void changer(String actuel, String nouveau, String confirmation) {
        navigateur.envoyer(
                "/compte/mot-de-passe", "actuel", actuel, "motDePasse", nouveau, "confirmation", confirmation);
    }

    @Test
    void trop_de_mots_de_passe_actuels_faux_disent_quand_recommencer_sur_chaque_page_qui_le_demande() {
        accepter();
        for (var essai = 0; essai < 5; essai++) {
            navigateur.lire("/compte/donnees").envoyer("/compte/suppression", "actuel", "Faux");
            assertThat(navigateur.statut()).isEqualTo(422);
        }

        navigateur.envoyer("/compte/suppression", "actuel", ComptesDeTest.MOT_DE_PASSE);
        refuseParLeFrein();
        navigateur
                .lire("/compte/mot-de-passe")
                .envoyer("/compte/mot-de-passe", "actuel", "Faux", "motDePasse", NOUVEAU, "confirmation", NOUVEAU);
        refuseParLeFrein();
    }

    private void refuseParLeFrein() {
        assertThat(navigateur.statut()).isEqualTo(429);
        assertThat(navigateur.reponse().getHeader("Retry-After")).matches("[1-9]\\d*");
        assertThat(navigateur.page().select("#actuel-messages").text()).contains("Trop d’essais : recommencez après");
    }

    @Test
    void une_session_se_termine_d_un_autre_appareil_et_seul_son_titulaire_le_peut() {
        accepter();
        var autre = connecter(ComptesDeTest.MOT_DE_PASSE);
        navigateur.lire("/compte/sessions");
        var reference = navigateur.page().select("button[name=reference]").val();
        claire = deTest.referent();
        var intrus = connecter(ComptesDeTest.MOT_DE_PASSE);
        intrus.lire("/cgu/acceptation").envoyer("/cgu/acceptation", "acceptation", "oui");
        intrus.lire("/compte/sessions").envoyer("/compte/sessions/fins", "reference", reference);
        assertThat(autre.lire("/cgu").page().text()).as("toujours connecté").contains("Se déconnecter");
        navigateur.envoyer("/compte/sessions/fins", "reference", reference);
        assertThat(autre.lire("/compte").destination()).endsWith("/connexion");
        assertThat(navigateur.lire("/compte").statut()).isEqualTo(200);
    }

    @Test
    void un_etablissement_se_retire_sauf_le_dernier() {
        accepter();
        navigateur
                .lire("/compte/etablissements")
                .envoyer("/compte/etablissements/retraits", "etablissement", CLINIQUE.toString());
        assertThat(navigateur.suivre().texte()).contains("retiré de vos établissements");
        navigateur.envoyer("/compte/etablissements/retraits", "etablissement", ComptesDeTest.CHU.toString());
        assertThat(navigateur.statut()).isEqualTo(422);
        assertThat(etablissements.de(claire.id())).containsExactly(ComptesDeTest.CHU);
    }

    @Test
    void un_etablissement_se_cherche_se_selectionne_et_s_ajoute() {
        RegistreDEssai.poser(base);
        accepter();
        navigateur.lire("/compte/etablissements/ajout?type=EJ_PRIVEE&region=76&q=miremont");
        assertThat(navigateur.texte()).contains("1 établissement trouvé", "CLINIQUE DE MIREMONT BADENS");
        navigateur.lire(navigateur.page().select("td.cv-tableau__actions a").attr("href"));
        assertThat(navigateur.texte()).contains("Vous allez représenter cet établissement", "Occitanie");
        navigateur.envoyer(
                "/compte/etablissements",
                "etablissement",
                navigateur.page().select("button[name=etablissement]").val());
        assertThat(navigateur.suivre().texte())
                .contains("CLINIQUE DE MIREMONT BADENS (" + RegistreDEssai.PRIVEE + ") est ajouté");
        assertThat(etablissements.de(claire.id()))
                .contains(CleCandidat.lire("EJ_PRIVEE", RegistreDEssai.PRIVEE).orElseThrow());
    }

    @Test
    void une_recherche_d_etablissement_incomplete_dit_ce_qui_manque_et_garde_ce_qui_est_choisi() {
        accepter();
        assertThat(navigateur.lire("/compte/etablissements/ajout").statut())
                .as("rien n'est encore demandé")
                .isEqualTo(200);
        assertThat(navigateur
                        .page()
                        .select("form[action='/compte/etablissements/ajout']")
                        .hasAttr("novalidate"))
                .as("pas de bulle du navigateur")
                .isTrue();

        navigateur.lire("/compte/etablissements/ajout?type=&region=76&q=miremont");
        assertThat(navigateur.statut()).isEqualTo(422);
        assertThat(navigateur.page().select("#type-messages").text()).contains("Choisissez un type d’établissement");
        assertThat(navigateur.page().select("#region-messages").text()).isEmpty();
        assertThat(navigateur.page().select("#region option[selected]").val()).isEqualTo("76");
        assertThat(navigateur.page().select("#q").val()).isEqualTo("miremont");

        navigateur.lire("/compte/etablissements/ajout?type=GHT&region=&q=");
        assertThat(navigateur.page().select("#region-messages").text()).contains("Choisissez une région");
        assertThat(navigateur.page().select("#type option[selected]").val()).isEqualTo("GHT");
        assertThat(navigateur
                        .lire("/compte/etablissements/ajout?type=&region=&q=")
                        .statut())
                .isEqualTo(422);
    }

    @Test
    void un_etablissement_inconnu_du_registre_ne_s_ajoute_pas() {
        accepter();
        navigateur
                .lire("/compte/etablissements/ajout?type=GHT&region=76&q=zzzz")
                .envoyer("/compte/etablissements", "etablissement", "GHT:OCC-99");
        assertThat(navigateur.statut()).isEqualTo(422);
        assertThat(navigateur.texte()).contains("n’est pas dans le registre");
    }

    @Test
    void les_donnees_s_emportent() {
        accepter();
        navigateur.lire("/compte/donnees/export");
        assertThat(navigateur.reponse().getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(new String(navigateur.reponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains(claire.nomUtilisateur(), "conditionsGenerales")
                .doesNotContain("argon2");
    }

    @Test
    void le_compte_se_supprime_et_ne_garde_rien_de_personnel() {
        accepter();
        navigateur.lire("/compte/donnees").envoyer("/compte/suppression", "actuel", "Faux");
        assertThat(navigateur.statut()).isEqualTo(422);
        navigateur.envoyer("/compte/suppression", "actuel", ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.destination()).isEqualTo("/");
        assertThat(navigateur.suivre().texte()).contains("Votre compte est supprimé");
        var reste = comptes.titulaire(claire.id()).orElseThrow();
        assertThat(reste.etat()).isInstanceOf(EtatDuCompte.Supprime.class);
        assertThat(reste.toString())
                .doesNotContain(
                        "Durand", claire.nomUtilisateur(), claire.courriel().valeur());
        assertThat(comptes.designe(claire.nomUtilisateur())).isEmpty();
        assertThat(sessions.de(claire.id(), "")).isEmpty();
        assertThat(navigateur.lire("/compte").destination()).endsWith("/connexion");
    }

    private void accepter() {
        navigateur.lire("/cgu/acceptation").envoyer("/cgu/acceptation", "acceptation", "oui");
    }

    private NavigateurDeTest connecter(String motDePasse) {
        var neuf = new NavigateurDeTest(web, "198.18.0." + ADRESSES.incrementAndGet());
        neuf.lire("/connexion")
                .envoyer("/connexion", "identifiant", claire.nomUtilisateur(), "motDePasse", motDePasse)
                .suivre()
                .envoyer(
                        "/connexion/code",
                        "code",
                        boite.derniere(claire.courriel().valeur()).trouver("\\b(\\d{6})\\b"));
        return neuf;
    }
}
