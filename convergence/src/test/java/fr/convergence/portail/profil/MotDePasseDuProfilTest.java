package fr.convergence.portail.profil;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.compte.ComptesDeTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Changer de mot de passe dans « Votre compte ». */
@TestDuPortail
@Tag("CPT-1")
final class MotDePasseDuProfilTest extends EssaisDuProfil {

    private static final String NOUVEAU = "Cerisier-orange-77-bateau";

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

    private void changer(String actuel, String nouveau, String confirmation) {
        navigateur.envoyer(
                "/compte/mot-de-passe", "actuel", actuel, "motDePasse", nouveau, "confirmation", confirmation);
    }

    private void refuseParLeFrein() {
        assertThat(navigateur.statut()).isEqualTo(429);
        assertThat(navigateur.reponse().getHeader("Retry-After")).matches("[1-9]\\d*");
        assertThat(navigateur.page().select("#actuel-messages").text()).contains("Trop d’essais : recommencez après");
    }
}
