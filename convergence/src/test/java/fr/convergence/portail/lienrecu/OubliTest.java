package fr.convergence.portail.lienrecu;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.NavigateurDeTest;
import fr.convergence.socle.personne.DemandesDeCourriel;
import fr.convergence.socle.session.Sessions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** « Mot de passe oublié ? » (CNX-4). */
@TestDuPortail
@Tag("CNX-4")
final class OubliTest {

    private static final String NOUVEAU = "Cerisier-orange-77-bateau";

    @Autowired
    MockMvcTester web;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    DemandesDeCourriel demandes;

    @Autowired
    Sessions sessions;

    @Autowired
    HorlogeDeTest horloge;

    private Compte claire;
    private NavigateurDeTest navigateur;

    @BeforeEach
    void preparer() {
        claire = comptes.referent();
        navigateur = new NavigateurDeTest(
                web, "203.0.113." + Math.floorMod(claire.id().hashCode(), 250));
    }

    @Test
    void la_reponse_est_la_meme_pour_un_inconnu() {
        demander(claire.nomUtilisateur().valeur());
        var connue = navigateur.statut()
                + navigateur.destination()
                + navigateur.suivre().page().html();
        demander("personne-de-ce-nom");
        assertThat(navigateur.statut()
                        + navigateur.destination()
                        + navigateur.suivre().page().html())
                .isEqualTo(connue);
        var avant = boite.de(claire.courriel().valeur()).size();
        traiterLesDemandes();
        assertThat(boite.de(claire.courriel().valeur())).hasSize(avant + 1);
    }

    @Test
    void le_nouveau_mot_de_passe_remplace_l_ancien_et_termine_les_sessions() {
        var ailleurs = connecte(ComptesDeTest.MOT_DE_PASSE);
        assertThat(sessions.de(claire.id(), "")).hasSize(1);
        demander(claire.courriel().valeur());
        traiterLesDemandes();
        var lien = lien();
        navigateur.lire(lien).lire(lien);
        navigateur.envoyer(lien, "motDePasse", NOUVEAU, "confirmation", NOUVEAU);
        assertThat(navigateur.suivre().texte()).contains("Votre mot de passe est changé");
        assertThat(sessions.de(claire.id(), "")).isEmpty();
        assertThat(ailleurs.lire("/compte").destination()).endsWith("/connexion");
        assertThat(boite.derniere(claire.courriel().valeur()).objet()).contains("mot de passe a été changé");
        assertThat(saisir(ComptesDeTest.MOT_DE_PASSE).statut()).isEqualTo(422);
        assertThat(saisir(NOUVEAU).destination()).isEqualTo("/connexion/code");
        navigateur.lire(lien);
        assertThat(navigateur.statut()).isEqualTo(410);
    }

    @Test
    void un_lien_de_plus_de_trente_minutes_ne_vaut_rien() {
        demander(claire.nomUtilisateur().valeur());
        traiterLesDemandes();
        navigateur.lire(lien());
        horloge.avancer(Duration.ofMinutes(30));
        assertThat(navigateur
                        .envoyer(lien(), "motDePasse", NOUVEAU, "confirmation", NOUVEAU)
                        .statut())
                .isEqualTo(410);
    }

    @Test
    void ce_qu_un_inconnu_demande_ne_reprend_pas_son_lien_au_titulaire() {
        demander(claire.nomUtilisateur().valeur());
        traiterLesDemandes();
        var sien = lien();
        var inconnu = new NavigateurDeTest(web, "203.0.113.66");
        for (var fois = 0; fois < 6; fois++) {
            inconnu.lire("/mot-de-passe-oublie")
                    .envoyer(
                            "/mot-de-passe-oublie",
                            "identifiant",
                            claire.courriel().valeur());
        }
        traiterLesDemandes();
        assertThat(navigateur.lire(sien).statut()).isEqualTo(200);

        demander(claire.nomUtilisateur().valeur());
        var avant = boite.de(claire.courriel().valeur()).size();
        traiterLesDemandes();
        assertThat(boite.de(claire.courriel().valeur())).as("le sien part").hasSize(avant + 1);

        var autre = lien();
        navigateur.lire(sien).envoyer(sien, "motDePasse", NOUVEAU, "confirmation", NOUVEAU);
        assertThat(navigateur.statut()).isEqualTo(303);
        assertThat(navigateur.lire(autre).statut()).as("les autres ont fini").isEqualTo(410);
    }

    @Test
    void un_mauvais_choix_se_dit_et_n_use_pas_le_lien() {
        demander(claire.nomUtilisateur().valeur());
        traiterLesDemandes();
        navigateur.lire(lien()).envoyer(lien(), "motDePasse", "court", "confirmation", "autre");
        assertThat(navigateur.statut()).isEqualTo(422);
        assertThat(navigateur.texte()).contains("au moins 12 caractères", "ne sont pas les mêmes");
        var personnel = claire.nomUtilisateur().valeur() + "-Durand-Claire";
        navigateur.envoyer(lien(), "motDePasse", personnel, "confirmation", personnel);
        assertThat(navigateur.statut()).isEqualTo(422);
        navigateur.envoyer(lien(), "motDePasse", NOUVEAU, "confirmation", NOUVEAU);
        assertThat(navigateur.statut()).isEqualTo(303);
    }

    @Test
    void les_demandes_repetees_ne_noient_pas_la_boite() {
        for (var fois = 0; fois < 12; fois++) {
            demander(claire.nomUtilisateur().valeur());
            assertThat(navigateur.statut()).isEqualTo(303);
        }
        traiterLesDemandes();
        assertThat(boite.de(claire.courriel().valeur())).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void le_lien_recu_delivre_du_controle() {
        for (var essai = 0; essai < 6; essai++) {
            saisir("Mauvais-mot-de-passe-1");
        }
        assertThat(navigateur.page().select("input[name=captcha]")).hasSize(1);
        demander(claire.nomUtilisateur().valeur());
        traiterLesDemandes();
        navigateur.lire(lien()).envoyer(lien(), "motDePasse", NOUVEAU, "confirmation", NOUVEAU);
        assertThat(saisir(NOUVEAU).destination()).isEqualTo("/connexion/code");
    }

    private NavigateurDeTest connecte(String motDePasse) {
        var autre = new NavigateurDeTest(web, "203.0.113.251");
        autre.lire("/connexion")
                .envoyer("/connexion", "identifiant", claire.nomUtilisateur().valeur(), "motDePasse", motDePasse)
                .suivre()
                .envoyer(
                        "/connexion/code",
                        "code",
                        boite.derniere(claire.courriel().valeur()).trouver("\\b(\\d{6})\\b"));
        return autre;
    }

    private NavigateurDeTest saisir(String motDePasse) {
        return navigateur
                .lire("/connexion")
                .envoyer("/connexion", "identifiant", claire.nomUtilisateur().valeur(), "motDePasse", motDePasse);
    }

    private void demander(String identifiant) {
        navigateur.lire("/mot-de-passe-oublie").envoyer("/mot-de-passe-oublie", "identifiant", identifiant);
    }

    private String lien() {
        return boite.derniere(claire.courriel().valeur()).trouver("(/mot-de-passe-oublie/[\\w-]+)");
    }

    private void traiterLesDemandes() {
        while (demandes.traiterUne()) {
            // Jusqu'à ce que la file soit vide.
        }
    }
}
