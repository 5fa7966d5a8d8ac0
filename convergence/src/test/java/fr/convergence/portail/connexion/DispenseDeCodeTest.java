package fr.convergence.portail.connexion;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.Compte;
import fr.convergence.portail.compte.ComptesDeTest;
import fr.convergence.socle.authentification.Appareils;
import fr.convergence.socle.authentification.MotsDePasse;
import fr.convergence.socle.base.HorlogeDeTest;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.essai.NavigateurDeTest;
import fr.convergence.socle.personne.MotDePasse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Le code qu'un référent ne veut plus qu'on lui demande sur son appareil (CNX-5). */
@TestDuPortail
@Tag("CNX-5")
final class DispenseDeCodeTest {

    private static final String CODE = "/connexion/code";
    private static final String BORD = "/tableau-de-bord";

    @Autowired
    Porte porte;

    @Autowired
    ComptesDeTest comptes;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    MotDePasse motDePasse;

    @Autowired
    MotsDePasse motsDePasse;

    @Autowired
    HorlogeDeTest horloge;

    private Compte claire;
    private NavigateurDeTest sien;

    @BeforeEach
    void preparer() {
        claire = comptes.referent();
        sien = porte.inconnu();
    }

    @Test
    void le_mot_de_passe_suffit_ensuite_sur_cet_appareil_et_sur_lui_seul() {
        dispenser();
        assertThat(boite.derniere(claire.courriel().valeur()).objet())
                .contains("Le code de connexion n’est plus demandé sur un appareil");

        assertThat(revenir(sien)).isEqualTo(BORD);
        assertThat(revenir(porte.inconnu())).isEqualTo(CODE);
    }

    @Test
    void un_autre_compte_du_meme_appareil_a_son_code() {
        dispenser();
        var autre = comptes.referent();

        porte.saisir(sien, autre.nomUtilisateur().valeur(), ComptesDeTest.MOT_DE_PASSE);

        assertThat(sien.destination()).isEqualTo(CODE);
    }

    @Test
    void un_mot_de_passe_faux_ne_passe_pas() {
        dispenser();

        porte.saisir(sien, claire.nomUtilisateur().valeur(), "Mauvais-mot-de-passe-1");

        assertThat(sien.statut()).isEqualTo(422);
    }

    @Test
    void sans_le_demander_le_code_revient() {
        porte.connecter(sien, claire);
        sortir(sien);

        assertThat(revenir(sien)).isEqualTo(CODE);
    }

    @Test
    void un_code_faux_garde_la_case_et_ne_dispense_de_rien() {
        porte.saisir(sien, claire.nomUtilisateur().valeur(), ComptesDeTest.MOT_DE_PASSE);
        sien.suivre().envoyer(CODE, "code", "000 000", "dispenser", "oui");
        assertThat(sien.statut()).isEqualTo(422);
        assertThat(sien.page().select("#dispenser[checked]")).hasSize(1);

        assertThat(revenir(sien)).isEqualTo(CODE);
    }

    @Test
    void trente_jours_apres_le_code_revient() {
        dispenser();
        horloge.avancer(Appareils.DISPENSE);

        assertThat(revenir(sien)).isEqualTo(CODE);
    }

    @Test
    void un_mot_de_passe_change_redemande_le_code() {
        dispenser();

        motDePasse.changer(comptes.connecte(claire), motsDePasse.empreinte(ComptesDeTest.MOT_DE_PASSE), "");

        assertThat(revenir(sien)).isEqualTo(CODE);
    }

    @Test
    void ses_appareils_se_lisent_et_le_code_se_redemande() {
        dispenser();
        revenir(sien);
        sien.lire("/cgu/acceptation").envoyer("/cgu/acceptation", "acceptation", "oui");
        assertThat(sien.lire("/compte/sessions").texte()).contains("Appareils où aucun code n’est demandé", "jusqu’au");

        sien.envoyer("/compte/sessions/codes");

        assertThat(sien.suivre().texte())
                .contains("Le code sera de nouveau demandé")
                .doesNotContain("jusqu’au");
        sien.envoyer("/deconnexion");
        assertThat(revenir(sien)).isEqualTo(CODE);
    }

    @Test
    void un_double_clic_ouvre_une_seule_session() {
        dispenser();
        sien.lire("/connexion");
        var second = sien.secondClic();
        String[] saisi = {"identifiant", claire.nomUtilisateur().valeur(), "motDePasse", ComptesDeTest.MOT_DE_PASSE};

        sien.envoyer("/connexion", saisi);
        second.envoyer("/connexion", saisi);

        assertThat(sien.destination()).isEqualTo(BORD);
        assertThat(second.destination()).isEqualTo(BORD);
        assertThat(second.temoins().get("__Host-session").getValue())
                .isEqualTo(sien.temoins().get("__Host-session").getValue());
    }

    @Test
    void l_equipe_n_en_est_jamais_dispensee() {
        var membre = comptes.membreSansApplication(Role.ANS);
        sien.lire("/connexion/equipe")
                .envoyer(
                        "/connexion/equipe",
                        "identifiant",
                        membre.nomUtilisateur().valeur(),
                        "motDePasse",
                        ComptesDeTest.MOT_DE_PASSE);
        assertThat(sien.suivre().page().select("#dispenser")).isEmpty();

        sien.envoyer(CODE, "code", porte.code(membre), "dispenser", "oui");

        assertThat(sien.destination()).isEqualTo("/connexion/equipe/application");
        assertThat(boite.de(membre.courriel().valeur())).hasSize(1);
    }

    @Test
    void qui_a_copie_le_temoin_d_avant_n_en_tire_rien() {
        porte.connecter(sien, claire);
        sortir(sien);
        var copie = sien.secondClic();
        dispenser();

        assertThat(revenir(copie)).isEqualTo(CODE);
    }

    @Test
    void deconnecter_ses_autres_appareils_redemande_le_code_partout() {
        dispenser();
        revenir(sien);
        sien.lire("/cgu/acceptation").envoyer("/cgu/acceptation", "acceptation", "oui");

        sien.lire("/compte/sessions").envoyer("/compte/sessions/fins-des-autres");

        assertThat(sien.suivre().texte()).contains("le code sera redemandé sur tous vos appareils");
    }

    private void dispenser() {
        porte.saisir(sien, claire.nomUtilisateur().valeur(), ComptesDeTest.MOT_DE_PASSE);
        sien.suivre().envoyer(CODE, "code", porte.code(claire), "dispenser", "oui");
        assertThat(sien.destination()).isEqualTo(BORD);
        sortir(sien);
    }

    private static void sortir(NavigateurDeTest navigateur) {
        navigateur.lire("/cgu/acceptation").envoyer("/deconnexion");
        assertThat(navigateur.lire("/connexion").statut()).as("plus connecté").isEqualTo(200);
    }

    private String revenir(NavigateurDeTest navigateur) {
        porte.saisir(navigateur, claire.nomUtilisateur().valeur(), ComptesDeTest.MOT_DE_PASSE);
        return navigateur.destination();
    }
}
