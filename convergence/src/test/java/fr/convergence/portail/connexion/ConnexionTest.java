package fr.convergence.portail.connexion;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.BoiteAuxLettres;
import fr.convergence.portail.NavigateurDeTest;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.portail.compte.DemandesDeCourriel;
import fr.convergence.socle.base.HorlogeDeTest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** La connexion d'un référent (CNX-1 à 3, CNX-7). */
@TestDuPortail
@Tag("CNX-1")
@Tag("CNX-2")
@Tag("CNX-3")
@Tag("CNX-7")
final class ConnexionTest {

    private static final AtomicInteger ADRESSES = new AtomicInteger();

    @Autowired
    MockMvcTester web;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    DemandesDeCourriel demandes;

    @Autowired
    FreinsDeConnexion freins;

    private Compte claire;
    private NavigateurDeTest navigateur;

    @BeforeEach
    void preparer() {
        claire = comptes.referent();
        navigateur = inconnu();
    }

    @AfterEach
    void remettreLHeure() {
        horloge.remettre();
    }

    @Test
    void le_mot_de_passe_puis_le_code_ouvrent_le_tableau_de_bord() {
        saisir(claire.nomUtilisateur(), ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.destination()).isEqualTo("/connexion/code");
        assertThat(navigateur.suivre().texte()).contains("Code transmis");
        assertThat(navigateur.page().select("main form strong").text()).isEqualTo(claire.nomUtilisateur());
        assertThat(navigateur.page().select("main form input:not([type=hidden])"))
                .as("ce qui ne se change pas n'est pas un champ")
                .hasSize(1);
        navigateur.envoyer("/connexion/code", "code", code());
        assertThat(navigateur.destination()).isEqualTo("/tableau-de-bord");
    }

    @Test
    void l_adresse_electronique_designe_aussi_le_compte_quelle_que_soit_la_casse() {
        saisir(claire.courriel().valeur().toUpperCase(), ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.destination()).isEqualTo("/connexion/code");
    }

    @Test
    void rien_n_est_ouvert_avant_le_second_facteur() {
        saisir(claire.nomUtilisateur(), ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.lire("/cgu/acceptation").destination()).endsWith("/connexion");
    }

    @Test
    void la_session_change_a_la_connexion_et_son_temoin_est_protege() {
        navigateur.lire("/connexion");
        var avant = navigateur.temoins().get("__Host-session").getValue();
        connecter();
        var temoin = navigateur.temoins().get("__Host-session");
        assertThat(temoin.getValue()).isNotEqualTo(avant);
        assertThat(temoin.getSecure()).isTrue();
        assertThat(temoin.isHttpOnly()).isTrue();
        assertThat(temoin.getPath()).isEqualTo("/");
        assertThat(temoin.getAttribute("SameSite")).isEqualToIgnoringCase("Lax");
    }

    @Test
    void la_connexion_ramene_a_la_page_demandee_sur_ce_site() {
        navigateur.lire("/cgu/acceptation?vers=ici");
        assertThat(navigateur.destination()).endsWith("/connexion");
        connecter();
        assertThat(navigateur.destination()).isEqualTo("/cgu/acceptation?vers=ici");
    }

    @Test
    void un_champ_vide_se_dit_et_ce_qui_etait_saisi_reste_sauf_le_mot_de_passe() {
        saisir("", "");
        assertThat(navigateur.statut()).isEqualTo(422);
        assertThat(navigateur.texte()).contains("Saisissez votre nom d'utilisateur", "Saisissez votre mot de passe");
        saisir("<script>x", "Secret-de-claire");
        assertThat(navigateur.page().select("#identifiant").val()).isEqualTo("<script>x");
        assertThat(navigateur.page().html()).doesNotContain("Secret-de-claire");
    }

    @Test
    void une_saisie_hostile_est_refusee_sans_incident() {
        for (var hostile : new String[] {"a".repeat(5_000), "claire\0durand", "' or '1'='1", "é@è", "\u202e" + "x"}) {
            saisir(hostile, "Mauvais\0mot-de-passe-1");
            assertThat(navigateur.statut()).isEqualTo(422);
        }
        saisir(claire.nomUtilisateur(), "x".repeat(5_000));
        assertThat(navigateur.statut()).isEqualTo(422);
    }

    @Test
    void un_compte_inconnu_et_un_mot_de_passe_faux_ont_les_memes_octets() {
        var identifiant = "personne." + UUID.randomUUID().toString().substring(0, 8);
        saisir(identifiant, "Mauvais-mot-de-passe-1");
        var inconnue = reponse(identifiant);
        navigateur = inconnu();
        saisir(claire.nomUtilisateur(), "Mauvais-mot-de-passe-1");
        assertThat(reponse(claire.nomUtilisateur())).isEqualTo(inconnue);
    }

    @Test
    void le_verrou_d_un_compte_inconnu_est_celui_d_un_compte_connu() {
        for (var identifiant : new String[] {claire.nomUtilisateur(), "personne." + UUID.randomUUID()}) {
            navigateur = inconnu();
            for (var essai = 1; essai <= 5; essai++) {
                saisir(identifiant, "Mauvais-mot-de-passe-1");
                assertThat(navigateur.statut()).isEqualTo(422);
            }
            saisir(identifiant, ComptesDeTest.MOT_DE_PASSE);
            assertThat(navigateur.statut()).isEqualTo(429);
            assertThat(navigateur.texte()).contains("Trop d'essais");
            assertThat(navigateur.reponse().getHeader("Retry-After"))
                    .satisfies(
                            secondes -> assertThat(Integer.parseInt(secondes)).isBetween(1, 60));
        }
    }

    @Test
    void le_titulaire_apprend_par_courriel_qu_on_force_sa_porte() {
        echouer(5);
        traiterLesDemandes();
        assertThat(boite.derniere(claire.courriel().valeur()).objet()).contains("essais de connexion ont échoué");
        var nombre = boite.de(claire.courriel().valeur()).size();
        horloge.avancer(Duration.ofMinutes(1));
        echouer(1);
        traiterLesDemandes();
        assertThat(boite.de(claire.courriel().valeur())).hasSize(nombre);
    }

    @Test
    void le_verrou_cede_au_bout_d_une_minute() {
        echouer(5);
        horloge.avancer(Duration.ofMinutes(1));
        saisir(claire.nomUtilisateur(), ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.destination()).isEqualTo("/connexion/code");
    }

    @Test
    void un_inconnu_n_enferme_pas_le_titulaire_ailleurs() {
        echouer(6);
        navigateur = inconnu();
        saisir(claire.nomUtilisateur(), ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.destination()).isEqualTo("/connexion/code");
    }

    @Test
    void un_inconnu_de_mille_adresses_n_enferme_pas_le_titulaire_sur_son_appareil() {
        connecter();
        var sien = navigateur;
        for (var i = 0; i < 50; i++) {
            freins.motDePasse(claire.nomUtilisateur(), Optional.of(claire.id()), Origine.de("203.0.113." + i, ""));
        }
        navigateur = inconnu();
        saisir(claire.nomUtilisateur(), ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.statut())
                .as("le compte est ralenti pour les inconnus")
                .isEqualTo(429);
        navigateur = sien;
        navigateur.lire("/connexion").envoyer("/deconnexion");
        saisir(claire.nomUtilisateur(), ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.destination()).isEqualTo("/connexion/code");
    }

    @Test
    void le_code_d_une_autre_tentative_est_refuse() {
        saisir(claire.nomUtilisateur(), ComptesDeTest.MOT_DE_PASSE);
        var ancien = code();
        var premier = navigateur;
        navigateur = inconnu();
        do {
            saisir(claire.nomUtilisateur(), ComptesDeTest.MOT_DE_PASSE);
        } while (code().equals(ancien));
        navigateur.suivre().envoyer("/connexion/code", "code", ancien);
        assertThat(navigateur.statut()).isEqualTo(422);
        premier.suivre().envoyer("/connexion/code", "code", ancien);
        assertThat(premier.destination()).isEqualTo("/tableau-de-bord");
    }

    @Test
    void le_sixieme_essai_d_un_code_est_refuse_meme_juste() {
        saisir(claire.nomUtilisateur(), ComptesDeTest.MOT_DE_PASSE);
        var code = code();
        navigateur.suivre();
        for (var essai = 1; essai <= 5; essai++) {
            navigateur.envoyer("/connexion/code", "code", autre(code));
            assertThat(navigateur.statut()).isEqualTo(422);
        }
        navigateur.envoyer("/connexion/code", "code", code);
        assertThat(navigateur.statut()).isEqualTo(422);
        assertThat(navigateur.texte()).contains("n'est plus valable");
    }

    @Test
    void un_code_expire_au_bout_de_dix_minutes_et_un_nouveau_le_remplace() {
        saisir(claire.nomUtilisateur(), ComptesDeTest.MOT_DE_PASSE);
        var ancien = code();
        horloge.avancer(Duration.ofMinutes(10));
        navigateur.suivre().envoyer("/connexion/code", "code", ancien);
        assertThat(navigateur.texte()).contains("n'est plus valable");
        navigateur.envoyer("/connexion/code/envois").suivre();
        assertThat(navigateur.texte()).contains("Un nouveau code vient de vous être envoyé");
        navigateur.envoyer("/connexion/code", "code", code());
        assertThat(navigateur.destination()).isEqualTo("/tableau-de-bord");
    }

    @Test
    void les_envois_de_code_sont_comptes() {
        saisir(claire.nomUtilisateur(), ComptesDeTest.MOT_DE_PASSE);
        navigateur.suivre();
        for (var envoi = 2; envoi <= 6; envoi++) {
            navigateur.envoyer("/connexion/code/envois").suivre();
        }
        navigateur.envoyer("/connexion/code/envois");
        assertThat(navigateur.statut()).isEqualTo(429);
        assertThat(boite.de(claire.courriel().valeur())).hasSize(6);
    }

    @Test
    void un_code_juste_presente_vingt_fois_ensemble_n_ouvre_qu_une_session() {
        saisir(claire.nomUtilisateur(), ComptesDeTest.MOT_DE_PASSE);
        var code = code();
        navigateur.suivre();
        var jeton = navigateur.page().select("input[name=_csrf]").val();
        var temoin = navigateur.temoins().get("__Host-session");
        try (var fils = Executors.newFixedThreadPool(20)) {
            var ouvertures = IntStream.range(0, 20)
                    .mapToObj(_ -> fils.submit(() -> web.post()
                            .uri("/connexion/code")
                            .cookie(temoin)
                            .param("_csrf", jeton)
                            .param("code", code)
                            .exchange()
                            .getResponse()
                            .getRedirectedUrl()))
                    .toList();
            assertThat(ouvertures)
                    .extracting(futur -> futur.get())
                    .filteredOn("/tableau-de-bord"::equals)
                    .hasSize(1);
        }
    }

    @Test
    void la_page_du_code_sans_tentative_renvoie_a_la_connexion() {
        assertThat(navigateur.lire("/connexion/code").destination()).isEqualTo("/connexion");
        assertThat(navigateur.suivre().texte()).contains("Reprenez votre connexion depuis le début");
        navigateur.envoyer("/connexion/code", "code", "123456");
        assertThat(navigateur.destination()).isEqualTo("/connexion");
        navigateur.envoyer("/connexion/code/envois");
        assertThat(navigateur.destination()).isEqualTo("/connexion");
    }

    @Test
    void une_session_finit_au_bout_de_douze_heures_meme_employee() {
        connecter();
        horloge.avancer(Duration.ofHours(12));
        assertThat(navigateur.lire("/cgu/acceptation").destination()).isEqualTo("/connexion?finie=oui");
        assertThat(navigateur.suivre().texte()).contains("Votre session est terminée");
        assertThat(navigateur.lire("/cgu/acceptation").destination()).endsWith("/connexion");
    }

    @Test
    void rester_connecte_repond_sans_contenu_et_refuse_le_visiteur() {
        connecter();
        // La première connexion s'arrête aux conditions d'utilisation : la session s'y prolonge déjà.
        navigateur.suivre().suivre().envoyer("/session/prolongations");
        assertThat(navigateur.statut()).isEqualTo(204);
        var visiteur = inconnu().lire("/connexion");
        assertThat(visiteur.envoyer("/session/prolongations").statut()).isEqualTo(302);
    }

    @Test
    void qui_est_connecte_ne_revoit_pas_la_page_de_connexion() {
        connecter();
        assertThat(navigateur.lire("/connexion").destination()).isEqualTo("/tableau-de-bord");
    }

    private void saisir(String identifiant, String motDePasse) {
        navigateur.lire("/connexion").envoyer("/connexion", "identifiant", identifiant, "motDePasse", motDePasse);
    }

    private void connecter() {
        saisir(claire.nomUtilisateur(), ComptesDeTest.MOT_DE_PASSE);
        navigateur.suivre().envoyer("/connexion/code", "code", code());
    }

    private void echouer(int fois) {
        for (var essai = 0; essai < fois; essai++) {
            saisir(claire.nomUtilisateur(), "Mauvais-mot-de-passe-1");
        }
    }

    private void traiterLesDemandes() {
        while (demandes.traiterUne()) {
            // Jusqu'à ce que la file soit vide.
        }
    }

    private String code() {
        return boite.derniere(claire.courriel().valeur()).trouver("\\b(\\d{6})\\b");
    }

    private String reponse(String identifiant) {
        return navigateur.statut()
                + navigateur.page().html().replace(identifiant, "IDENTIFIANT").replaceAll("value=\"[\\w-]{40,}\"", "");
    }

    private NavigateurDeTest inconnu() {
        var n = ADRESSES.incrementAndGet();
        return new NavigateurDeTest(web, "198.51." + n / 250 + "." + n % 250);
    }

    private static String autre(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }
}
