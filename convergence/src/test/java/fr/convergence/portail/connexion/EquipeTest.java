package fr.convergence.portail.connexion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.portail.compte.InviterMembre;
import fr.convergence.portail.compte.MembreDeLEquipe;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.NavigateurDeTest;
import fr.convergence.socle.identifiant.AdresseElectronique;
import fr.convergence.socle.identifiant.Civilite;
import fr.convergence.socle.identifiant.Region;
import fr.convergence.socle.personne.DesactiverCompte;
import fr.convergence.socle.personne.NomUtilisateur;
import fr.convergence.socle.personne.ReinitialiserSecondFacteur;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** La connexion de l'équipe : invitation, application d'authentification, désactivation (ADM-1). */
@TestDuPortail
@Tag("CNX-1")
final class EquipeTest {

    private static final String CHOISI = "Cerisier-orange-77-bateau";
    private static final AtomicInteger ADRESSES = new AtomicInteger();

    @Autowired
    MockMvcTester web;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    InviterMembre inviter;

    @Autowired
    DesactiverCompte desactiver;

    @Autowired
    ReinitialiserSecondFacteur reinitialiser;

    @Autowired
    HorlogeDeTest horloge;

    private NavigateurDeTest navigateur;

    @BeforeEach
    void preparer() {
        navigateur = new NavigateurDeTest(web, "192.0.2." + ADRESSES.incrementAndGet());
    }

    @Test
    void un_verificateur_se_connecte_avec_son_application() {
        var paul = comptes.ars(Region.OCCITANIE);
        saisir(paul, ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.destination()).isEqualTo("/connexion/equipe/code");
        navigateur.suivre().envoyer("/connexion/equipe/code", "code", comptes.codeDApplication());
        assertThat(navigateur.destination()).isEqualTo("/instruction");
        assertThat(boite.de(paul.courriel().valeur())).isEmpty();
    }

    @Test
    void un_code_d_application_ne_sert_qu_une_fois() {
        var paul = comptes.membre(Role.ANS);
        var code = comptes.codeDApplication();
        saisir(paul, ComptesDeTest.MOT_DE_PASSE);
        navigateur.suivre().envoyer("/connexion/equipe/code", "code", code);
        assertThat(navigateur.destination()).isEqualTo("/instruction");
        preparer();
        saisir(paul, ComptesDeTest.MOT_DE_PASSE);
        navigateur.suivre().envoyer("/connexion/equipe/code", "code", code);
        assertThat(navigateur.statut()).isEqualTo(422);
        horloge.avancer(Duration.ofSeconds(30));
        navigateur.envoyer("/connexion/equipe/code", "code", comptes.codeDApplication());
        assertThat(navigateur.destination()).isEqualTo("/instruction");
    }

    @Test
    void dix_codes_faux_verrouillent_pour_un_temps() {
        var paul = comptes.membre(Role.ANS);
        saisir(paul, ComptesDeTest.MOT_DE_PASSE);
        navigateur.suivre();
        for (var essai = 1; essai <= 10; essai++) {
            navigateur.envoyer("/connexion/equipe/code", "code", "abc");
            assertThat(navigateur.statut()).isEqualTo(422);
        }
        navigateur.envoyer("/connexion/equipe/code", "code", comptes.codeDApplication());
        assertThat(navigateur.statut()).isEqualTo(429);
    }

    @Test
    void un_membre_invite_choisit_son_mot_de_passe_puis_relie_son_application() throws Exception {
        var adresse = "op." + UUID.randomUUID().toString().substring(0, 8) + "@ans.example.fr";
        inviter.executer(membre(adresse), "systeme");
        var lien = boite.derniere(adresse).trouver("(/invitation/[\\w-]+)");
        navigateur.lire(lien).envoyer(lien, "motDePasse", CHOISI, "confirmation", CHOISI);
        assertThat(navigateur.suivre().texte()).contains("Votre mot de passe est enregistré");
        assertThat(new NavigateurDeTest(web).lire(lien).statut()).isEqualTo(410);
        navigateur.envoyer("/connexion/equipe", "identifiant", adresse, "motDePasse", CHOISI);
        navigateur.suivre().envoyer("/connexion/code", "code", code(adresse));
        assertThat(navigateur.destination()).isEqualTo("/connexion/equipe/application");
        navigateur.suivre();
        assertThat(navigateur.page().select("svg[role=img]")).hasSize(1);
        var cle = navigateur.page().select(".cv-chiffres").text().replace(" ", "");
        navigateur.envoyer("/connexion/equipe/application", "code", "000000");
        assertThat(navigateur.page().select(".cv-chiffres").text().replace(" ", ""))
                .isEqualTo(cle);
        var pas = horloge.instant().getEpochSecond() / 30;
        navigateur.envoyer("/connexion/equipe/application", "code", new DefaultCodeGenerator().generate(cle, pas));
        assertThat(navigateur.destination()).isEqualTo("/administration");
        assertThat(boite.derniere(adresse).modele()).isEqualTo("connexion/application-reliee");
    }

    @Test
    void le_mot_de_passe_seul_ne_mene_pas_a_la_page_qui_relie() {
        var paul = comptes.membreSansApplication(Role.ANS);
        saisir(paul, ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.destination()).isEqualTo("/connexion/code");
        assertThat(navigateur.lire("/connexion/equipe/application").destination())
                .isEqualTo("/connexion");
    }

    @Test
    void desactiver_termine_les_sessions_et_ferme_la_porte() {
        var operateur = comptes.connecte(comptes.membre(Role.OPERATEUR));
        var paul = comptes.membre(Role.ANS);
        saisir(paul, ComptesDeTest.MOT_DE_PASSE);
        navigateur.suivre().envoyer("/connexion/equipe/code", "code", comptes.codeDApplication());
        assertThat(desactiver.executer(paul.id(), operateur)).isTrue();
        assertThat(navigateur.lire("/compte").destination()).endsWith("/connexion");
        saisir(paul, ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.texte()).contains("Votre compte est désactivé");
        saisir(paul, "Mauvais-mot-de-passe-1");
        assertThat(navigateur.texte()).doesNotContain("désactivé");
        assertThat(desactiver.annuler(paul.id(), operateur)).isTrue();
        saisir(paul, ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.destination()).isEqualTo("/connexion/equipe/code");
    }

    @Test
    void l_operateur_ne_se_desactive_pas_lui_meme() {
        var operateur = comptes.membre(Role.OPERATEUR);
        assertThat(desactiver.executer(operateur.id(), comptes.connecte(operateur)))
                .isFalse();
    }

    @Test
    void delier_l_application_la_redemande_apres_un_code_par_courriel() {
        var operateur = comptes.connecte(comptes.membre(Role.OPERATEUR));
        var paul = comptes.membre(Role.ANS);
        assertThat(reinitialiser.executer(paul.id(), operateur)).isTrue();
        assertThat(reinitialiser.executer(paul.id(), operateur)).isFalse();
        saisir(paul, ComptesDeTest.MOT_DE_PASSE);
        navigateur
                .suivre()
                .envoyer("/connexion/code", "code", code(paul.courriel().valeur()));
        assertThat(navigateur.destination()).isEqualTo("/connexion/equipe/application");
    }

    @Test
    void une_adresse_deja_prise_n_est_pas_invitee() {
        var paul = comptes.membre(Role.ANS);
        assertThat(inviter.executer(membre(paul.courriel().valeur()), "systeme"))
                .isEqualTo(new InviterMembre.Resultat.DejaPris());
    }

    /** Qui a le mot de passe et la boîte aux lettres, mais pas l'application que le titulaire vient de relier. */
    @Test
    void une_connexion_commencee_avant_ne_remplace_pas_l_application_reliee_depuis() throws Exception {
        var paul = comptes.membreSansApplication(Role.ANS);
        var autre = jusquARelier(paul);
        preparer();
        var sien = jusquARelier(paul);
        presenter(sien);
        assertThat(sien.destination()).isEqualTo("/instruction");

        presenter(autre);
        assertThat(autre.destination()).isEqualTo("/connexion");
        autre.lire("/connexion/equipe/application");
        presenter(autre);

        assertThat(autre.destination()).isEqualTo("/connexion");
        preparer();
        saisir(paul, ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.destination()).isEqualTo("/connexion/equipe/code");
    }

    private NavigateurDeTest jusquARelier(Compte compte) {
        saisir(compte, ComptesDeTest.MOT_DE_PASSE);
        navigateur
                .suivre()
                .envoyer("/connexion/code", "code", code(compte.courriel().valeur()));
        return navigateur.suivre();
    }

    /** Le code d'une application qui vient de lire la clé montrée. */
    private void presenter(NavigateurDeTest chez) throws Exception {
        var cle = chez.page().select(".cv-chiffres").text().replace(" ", "");
        var pas = horloge.instant().getEpochSecond() / 30;
        chez.envoyer("/connexion/equipe/application", "code", new DefaultCodeGenerator().generate(cle, pas));
    }

    private void saisir(Compte compte, String motDePasse) {
        navigateur
                .lire("/connexion/equipe")
                .envoyer(
                        "/connexion/equipe",
                        "identifiant",
                        compte.nomUtilisateur().valeur(),
                        "motDePasse",
                        motDePasse);
    }

    private String code(String adresse) {
        return boite.derniere(adresse).trouver("\\b(\\d{6})\\b");
    }

    private static MembreDeLEquipe membre(String adresse) {
        return new MembreDeLEquipe(
                Role.OPERATEUR,
                null,
                new NomUtilisateur("op." + UUID.randomUUID().toString().substring(0, 8)),
                new AdresseElectronique(adresse),
                Civilite.MONSIEUR,
                "Petit",
                "Luc");
    }
}
