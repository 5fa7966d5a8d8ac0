package fr.convergence.portail.connexion;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.NavigateurDeTest;
import fr.convergence.socle.personne.DemandesDeCourriel;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ce qui retient qui force une porte, sans enfermer son titulaire dehors (CNX-3). */
@TestDuPortail
@Tag("CNX-3")
final class FreinsDeConnexionTest {

    private static final String FAUX = "Mauvais-mot-de-passe-1";

    @Autowired
    Porte porte;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    HorlogeDeTest horloge;

    @Autowired
    DemandesDeCourriel demandes;

    private Compte claire;
    private NavigateurDeTest navigateur;

    @BeforeEach
    void preparer() {
        claire = comptes.referent();
        navigateur = porte.inconnu();
    }

    @Test
    void un_compte_inconnu_demande_le_controle_comme_un_compte_connu() {
        for (var identifiant : new String[] {claire.nomUtilisateur().valeur(), "personne." + UUID.randomUUID()}) {
            navigateur = porte.inconnu();
            for (var essai = 1; essai <= 5; essai++) {
                porte.saisir(navigateur, identifiant, FAUX);
                assertThat(navigateur.statut()).isEqualTo(422);
                assertThat(navigateur.page().select("input[name=captcha]")).isEmpty();
            }
            porte.saisir(navigateur, identifiant, ComptesDeTest.MOT_DE_PASSE);
            assertThat(navigateur.statut()).isEqualTo(422);
            assertThat(navigateur.texte()).contains("Recopiez les caractères du contrôle de sécurité");
            porte.controler(navigateur, identifiant, FAUX);
            assertThat(navigateur.texte()).contains("n’est pas le bon");
        }
    }

    @Test
    void un_controle_laisse_vide_se_demande_au_lieu_de_se_dire_faux() {
        echouer(5);
        porte.saisir(navigateur, claire.nomUtilisateur().valeur(), ComptesDeTest.MOT_DE_PASSE);
        assertThat(repondreAuControle("\u200b"))
                .isEqualTo(
                        "Recopiez les caractères du contrôle de sécurité, et saisissez de nouveau votre mot de passe.");
        assertThat(repondreAuControle("ZZ")).startsWith("Les caractères ne correspondent pas");
    }

    @Test
    void le_bon_mot_de_passe_entre_apres_le_controle() {
        echouer(5);
        porte.saisir(navigateur, claire.nomUtilisateur().valeur(), ComptesDeTest.MOT_DE_PASSE);
        porte.controler(navigateur, claire.nomUtilisateur().valeur(), ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.destination()).isEqualTo("/connexion/code");
    }

    @Test
    void un_lieu_qui_passe_le_controle_et_se_trompe_encore_attend() {
        echouer(6);
        for (var essai = 0; essai < 20; essai++) {
            assertThat(navigateur.statut()).isEqualTo(422);
            porte.controler(navigateur, claire.nomUtilisateur().valeur(), FAUX);
        }
        porte.controler(navigateur, claire.nomUtilisateur().valeur(), FAUX);
        assertThat(navigateur.statut()).isEqualTo(429);
        assertThat(navigateur.texte()).contains("Trop d’essais");
        assertThat(navigateur.reponse().getHeader("Retry-After"))
                .satisfies(secondes -> assertThat(Integer.parseInt(secondes)).isBetween(1, 60));
    }

    @Test
    void le_titulaire_apprend_par_courriel_qu_on_force_sa_porte() {
        echouer(6);
        traiterLesDemandes();
        assertThat(boite.derniere(claire.courriel().valeur()).objet()).contains("essais de connexion ont échoué");
        var nombre = boite.de(claire.courriel().valeur()).size();
        horloge.avancer(Duration.ofMinutes(1));
        echouer(1);
        traiterLesDemandes();
        assertThat(boite.de(claire.courriel().valeur())).hasSize(nombre);
    }

    @Test
    void un_inconnu_n_enferme_pas_le_titulaire_ailleurs() {
        echouer(6);
        navigateur = porte.inconnu();
        porte.saisir(navigateur, claire.nomUtilisateur().valeur(), ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.destination()).isEqualTo("/connexion/code");
    }

    /** Par le nom ou par l'adresse e-mail, c'est le même compte qu'on force. */
    @Test
    void soixante_echecs_de_soixante_adresses_laissent_entrer_le_titulaire() {
        porte.connecter(navigateur, claire);
        var sien = navigateur;
        for (var i = 0; i < 60; i++) {
            navigateur = porte.inconnu();
            var identifiant = i % 2 == 0
                    ? claire.nomUtilisateur().valeur()
                    : claire.courriel().valeur();
            porte.saisir(navigateur, identifiant, FAUX);
        }
        assertThat(navigateur.page().select("input[name=captcha]"))
                .as("le compte est ralenti pour les inconnus")
                .hasSize(1);

        navigateur = porte.inconnu();
        porte.saisir(navigateur, claire.nomUtilisateur().valeur(), ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.statut()).isEqualTo(422);
        porte.controler(navigateur, claire.nomUtilisateur().valeur(), ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.destination()).isEqualTo("/connexion/code");

        sien.lire("/connexion").envoyer("/deconnexion");
        porte.saisir(sien, claire.nomUtilisateur().valeur(), ComptesDeTest.MOT_DE_PASSE);
        assertThat(sien.destination()).as("son appareil n'en sait rien").isEqualTo("/connexion/code");
    }

    private String repondreAuControle(String reponse) {
        navigateur.envoyer(
                "/connexion",
                "identifiant",
                claire.nomUtilisateur().valeur(),
                "motDePasse",
                ComptesDeTest.MOT_DE_PASSE,
                "captcha",
                navigateur.page().select("input[name=captcha]").val(),
                "controle",
                reponse);
        return navigateur.page().select("#controle-messages .fr-message--error").text();
    }

    @Test
    void les_envois_de_code_sont_comptes() {
        porte.saisir(navigateur, claire.nomUtilisateur().valeur(), ComptesDeTest.MOT_DE_PASSE);
        navigateur.suivre();
        for (var envoi = 2; envoi <= 6; envoi++) {
            navigateur.envoyer("/connexion/code/envois").suivre();
        }
        navigateur.envoyer("/connexion/code/envois");
        assertThat(navigateur.statut()).isEqualTo(429);
        assertThat(boite.de(claire.courriel().valeur())).hasSize(6);
    }

    private void echouer(int fois) {
        for (var essai = 0; essai < fois; essai++) {
            porte.saisir(navigateur, claire.nomUtilisateur().valeur(), FAUX);
        }
    }

    private void traiterLesDemandes() {
        while (demandes.traiterUne()) {
            // Jusqu'à ce que la file soit vide.
        }
    }
}
