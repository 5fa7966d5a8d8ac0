package fr.convergence.portail.connexion;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.Verrous;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.NavigateurDeTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Sans JavaScript rien n'arrête un double clic : le second mène là où le premier a mené, l'un après l'autre ou ensemble (CNX-7). */
@TestDuPortail
@Tag("CNX-2")
@Tag("CNX-7")
final class DoubleClicTest {

    private static final String CODE = "/connexion/code";
    private static final String ESPACE = "/tableau-de-bord";

    @Autowired
    Porte porte;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    JdbcClient base;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    HorlogeDeTest horloge;

    private Compte claire;
    private NavigateurDeTest premier;
    private NavigateurDeTest second;

    @BeforeEach
    void preparer() {
        claire = comptes.referent();
        premier = porte.inconnu();
    }

    @Test
    void se_connecter_deux_fois_ne_fait_partir_qu_un_code_qui_ouvre() {
        surLaPage("/connexion");

        seConnecter(premier);
        seConnecter(second);

        assertThat(second.destination()).isEqualTo(premier.destination()).isEqualTo(CODE);
        assertThat(boite.de(claire.courriel().valeur())).hasSize(1);
        assertThat(second.suivre().envoyer(CODE, "code", porte.code(claire)).destination())
                .isEqualTo(ESPACE);
    }

    @Test
    void se_connecter_deux_fois_ensemble_ne_fait_partir_qu_un_code_qui_ouvre() {
        surLaPage("/connexion");

        ensemble("jeton_code", () -> seConnecter(premier), () -> seConnecter(second));

        assertThat(second.destination()).isEqualTo(premier.destination()).isEqualTo(CODE);
        assertThat(boite.de(claire.courriel().valeur())).hasSize(1);
        assertThat(second.suivre().envoyer(CODE, "code", porte.code(claire)).destination())
                .isEqualTo(ESPACE);
    }

    @Test
    void le_controle_de_securite_reussi_vaut_pour_les_deux_clics() {
        for (var echec = 0; echec < 6; echec++) {
            porte.saisir(premier, claire.nomUtilisateur().valeur(), "un mot de passe faux");
        }
        second = premier.secondClic();

        porte.controler(premier, claire.nomUtilisateur().valeur(), ComptesDeTest.MOT_DE_PASSE);
        porte.controler(second, claire.nomUtilisateur().valeur(), ComptesDeTest.MOT_DE_PASSE);

        assertThat(List.of(premier.destination(), second.destination())).containsOnly(CODE);
    }

    @Test
    void le_formulaire_corrige_apres_un_retour_est_une_autre_demande() {
        surLaPage("/connexion");
        seConnecter(premier);
        var lea = comptes.referent();

        second.envoyer(
                "/connexion", "identifiant", lea.nomUtilisateur().valeur(), "motDePasse", ComptesDeTest.MOT_DE_PASSE);

        assertThat(second.destination()).isEqualTo(CODE);
        assertThat(boite.de(lea.courriel().valeur())).hasSize(1);
    }

    @Test
    void valider_deux_fois_le_code_mene_a_la_session_que_le_premier_a_ouverte() {
        surLeCode();

        premier.envoyer(CODE, "code", porte.code(claire));
        second.envoyer(CODE, "code", porte.code(claire));

        verifierUneSession();
    }

    @Test
    void valider_deux_fois_ensemble_aussi() {
        surLeCode();
        var code = porte.code(claire);

        ensemble("jeton_code", () -> premier.envoyer(CODE, "code", code), () -> second.envoyer(CODE, "code", code));

        verifierUneSession();
    }

    @Test
    void un_mauvais_code_valide_deux_fois_ne_coute_qu_un_essai() {
        surLeCode();

        for (var faux : List.of("000001", "000002", "000003", "000004")) {
            second = premier.secondClic();
            premier.envoyer(CODE, "code", faux);
            second.envoyer(CODE, "code", faux);
            assertThat(second.statut()).isEqualTo(premier.statut()).isEqualTo(422);
            assertThat(second.texte()).contains("Ce code n’est pas le bon");
        }
        assertThat(premier.envoyer(CODE, "code", porte.code(claire)).destination())
                .isEqualTo(ESPACE);
    }

    @Test
    void un_second_clic_qui_porte_deja_la_session_ouverte_y_mene() {
        surLeCode();
        premier.envoyer(CODE, "code", porte.code(claire));
        second.temoins().putAll(premier.temoins());

        second.envoyer(CODE, "code", porte.code(claire));

        verifierUneSession();
    }

    @Test
    void le_meme_envoi_d_un_autre_navigateur_n_ouvre_rien() {
        surLeCode();
        var cle = second.page()
                .select("form[action=" + CODE + "] input[name=_cle]")
                .val();
        premier.envoyer(CODE, "code", porte.code(claire));
        var autre = porte.inconnu().lire("/connexion").secondClic();

        autre.envoyer(CODE, "code", porte.code(claire), "_cle", cle);

        assertThat(autre.destination()).isEqualTo("/connexion");
        assertThat(connecte(autre)).isFalse();
    }

    @Test
    void le_temoin_de_la_session_d_avant_ne_rouvre_rien_avec_un_autre_code_ni_plus_tard() {
        surLeCode();
        var code = porte.code(claire);
        premier.envoyer(CODE, "code", code);

        var forge = second.secondClic();
        forge.envoyer(CODE, "code", code.equals("000000") ? "000001" : "000000");
        assertThat(forge.statut()).isEqualTo(403);
        assertThat(connecte(forge)).isFalse();

        horloge.avancer(Duration.ofMinutes(3));
        second.envoyer(CODE, "code", code);
        assertThat(second.destination()).isEqualTo("/connexion");
        assertThat(connecte(second)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void un_membre_de_l_equipe_qui_valide_deux_fois_relie_son_application_une_fois(boolean ensemble) {
        var marc = comptes.membreSansApplication(Role.ANS);
        premier.lire("/connexion/equipe")
                .envoyer(
                        "/connexion/equipe",
                        "identifiant",
                        marc.nomUtilisateur().valeur(),
                        "motDePasse",
                        ComptesDeTest.MOT_DE_PASSE);
        second = premier.suivre().secondClic();
        var code = porte.code(marc);

        if (ensemble) {
            ensemble("jeton_code", () -> premier.envoyer(CODE, "code", code), () -> second.envoyer(CODE, "code", code));
        } else {
            premier.envoyer(CODE, "code", code);
            second.envoyer(CODE, "code", code);
        }

        assertThat(List.of(premier.destination(), second.destination())).containsOnly("/connexion/equipe/application");
        assertThat(second.suivre().statut()).isEqualTo(200);
    }

    @Test
    void le_code_d_une_application_valide_deux_fois_ouvre_une_session() {
        var paul = comptes.membre(Role.ANS);
        premier.lire("/connexion/equipe")
                .envoyer(
                        "/connexion/equipe",
                        "identifiant",
                        paul.nomUtilisateur().valeur(),
                        "motDePasse",
                        ComptesDeTest.MOT_DE_PASSE);
        second = premier.suivre().secondClic();
        var code = comptes.codeDApplication();

        premier.envoyer("/connexion/equipe/code", "code", code);
        second.envoyer("/connexion/equipe/code", "code", code);

        assertThat(second.destination()).isEqualTo(premier.destination()).isEqualTo("/instruction");
        assertThat(connecte(second)).isTrue();
    }

    @Test
    void se_deconnecter_deux_fois_dit_deux_fois_qu_on_l_est() {
        entrer();
        second = premier.lire(ESPACE).secondClic();

        premier.envoyer("/deconnexion");
        second.envoyer("/deconnexion");

        assertThat(second.destination()).isEqualTo(premier.destination()).isEqualTo("/?deconnecte");
    }

    @Test
    void supprimer_son_compte_deux_fois_mene_a_l_accueil() {
        entrer();
        second = premier.lire("/compte/donnees").secondClic();

        premier.envoyer("/compte/suppression", "actuel", ComptesDeTest.MOT_DE_PASSE);
        second.envoyer("/compte/suppression", "actuel", ComptesDeTest.MOT_DE_PASSE);

        assertThat(second.destination()).isEqualTo(premier.destination()).isEqualTo("/");
    }

    private void surLaPage(String chemin) {
        second = premier.lire(chemin).secondClic();
    }

    private void surLeCode() {
        surLaPage("/connexion");
        seConnecter(premier);
        second = premier.suivre().secondClic();
    }

    private void entrer() {
        porte.connecter(premier, claire);
        premier.lire("/cgu/acceptation").envoyer("/cgu/acceptation", "acceptation", "oui");
    }

    private void seConnecter(NavigateurDeTest navigateur) {
        navigateur.envoyer(
                "/connexion",
                "identifiant",
                claire.nomUtilisateur().valeur(),
                "motDePasse",
                ComptesDeTest.MOT_DE_PASSE);
    }

    private void verifierUneSession() {
        assertThat(List.of(premier.destination(), second.destination())).containsOnly(ESPACE);
        assertThat(connecte(second)).isTrue();
        assertThat(connecte(premier)).isTrue();
        assertThat(base.sql("select count(*) from session_ouverte where titulaire = ?")
                        .param(claire.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private static boolean connecte(NavigateurDeTest navigateur) {
        return navigateur.lire("/cgu/acceptation").statut() == 200;
    }

    private void ensemble(String table, Runnable... clics) {
        Verrous.ensemble(base, transactions, table, clics);
    }
}
