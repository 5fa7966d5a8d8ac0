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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ce qui retient qui force une porte, sans enfermer son titulaire dehors (CNX-3). */
@TestDuPortail
@Tag("CNX-3")
final class FreinsDeConnexionTest {

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

    @Autowired
    FreinsDeConnexion freins;

    private Compte claire;
    private NavigateurDeTest navigateur;

    @BeforeEach
    void preparer() {
        claire = comptes.referent();
        navigateur = porte.inconnu();
    }

    @Test
    void le_verrou_d_un_compte_inconnu_est_celui_d_un_compte_connu() {
        for (var identifiant : new String[] {claire.nomUtilisateur(), "personne." + UUID.randomUUID()}) {
            navigateur = porte.inconnu();
            for (var essai = 1; essai <= 5; essai++) {
                porte.saisir(navigateur, identifiant, "Mauvais-mot-de-passe-1");
                assertThat(navigateur.statut()).isEqualTo(422);
            }
            porte.saisir(navigateur, identifiant, ComptesDeTest.MOT_DE_PASSE);
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
        porte.saisir(navigateur, claire.nomUtilisateur(), ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.destination()).isEqualTo("/connexion/code");
    }

    @Test
    void un_inconnu_n_enferme_pas_le_titulaire_ailleurs() {
        echouer(6);
        navigateur = porte.inconnu();
        porte.saisir(navigateur, claire.nomUtilisateur(), ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.destination()).isEqualTo("/connexion/code");
    }

    @Test
    void un_inconnu_de_mille_adresses_n_enferme_pas_le_titulaire_sur_son_appareil() {
        porte.connecter(navigateur, claire);
        var sien = navigateur;
        for (var i = 0; i < 50; i++) {
            freins.motDePasse(claire.nomUtilisateur(), Optional.of(claire.id()), Origine.de("203.0.113." + i, ""));
        }
        navigateur = porte.inconnu();
        porte.saisir(navigateur, claire.nomUtilisateur(), ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.statut())
                .as("le compte est ralenti pour les inconnus")
                .isEqualTo(429);
        navigateur = sien;
        navigateur.lire("/connexion").envoyer("/deconnexion");
        porte.saisir(navigateur, claire.nomUtilisateur(), ComptesDeTest.MOT_DE_PASSE);
        assertThat(navigateur.destination()).isEqualTo("/connexion/code");
    }

    @Test
    void les_envois_de_code_sont_comptes() {
        porte.saisir(navigateur, claire.nomUtilisateur(), ComptesDeTest.MOT_DE_PASSE);
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
            porte.saisir(navigateur, claire.nomUtilisateur(), "Mauvais-mot-de-passe-1");
        }
    }

    private void traiterLesDemandes() {
        while (demandes.traiterUne()) {
            // Jusqu'à ce que la file soit vide.
        }
    }
}
