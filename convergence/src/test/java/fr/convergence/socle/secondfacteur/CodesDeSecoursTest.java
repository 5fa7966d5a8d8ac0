package fr.convergence.socle.secondfacteur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.ComptesDeTest;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Les codes de secours : dix, montrés une fois, qui ne servent chacun qu'une fois. */
@TestDuPortail
@Tag("CNX-5")
final class CodesDeSecoursTest extends EssaisDuSecondFacteur {

    @Test
    void un_code_de_secours_entre_une_fois_et_un_courriel_dit_ce_qui_reste() {
        var codes = relierEtNoter();

        var perdue = secourir(" " + codes.getFirst().toLowerCase().replace("-", " ") + " ");
        assertThat(perdue.destination()).isEqualTo(BORD);
        assertThat(perdue.suivre().texte()).contains("Nombre de codes qui vous restent : 9");
        assertThat(boite.derniere(claire.courriel().valeur()).texte()).contains("Nombre de codes qui vous restent : 9");

        assertThat(secourir(codes.getFirst()).statut()).isEqualTo(422);
        assertThat(codesDeSecours.restants(claire.id())).isEqualTo(9);
    }

    @Test
    void un_code_de_secours_sans_mot_de_passe_ne_mene_nulle_part() {
        var codes = relierEtNoter();
        var passant = porte.inconnu();

        passant.lire("/connexion").envoyer("/connexion/secours", "code", codes.getFirst());

        assertThat(passant.destination()).isEqualTo("/connexion");
        assertThat(codesDeSecours.restants(claire.id())).isEqualTo(10);
    }

    @Test
    void dix_codes_faux_des_deux_sortes_verrouillent_pour_un_temps() {
        var codes = relierEtNoter();
        var voleur = revenir();
        voleur.suivre();
        for (var essai = 0; essai < 5; essai++) {
            voleur.envoyer(CODE, "code", "000000");
            voleur.envoyer("/connexion/secours", "code", "AAAAA-AAAA" + (essai + 2));
            assertThat(voleur.statut()).isEqualTo(422);
        }
        voleur.envoyer("/connexion/secours", "code", codes.getFirst());
        assertThat(voleur.statut()).isEqualTo(429);
    }

    @Test
    void le_meme_code_presente_deux_fois_a_la_fois_ne_sert_qu_une() throws Exception {
        var code = relierEtNoter().getFirst();
        Callable<Boolean> employer = () -> codesDeSecours.employer(claire.id(), code);
        try (var fils = Executors.newFixedThreadPool(8)) {
            var gagnants = 0;
            for (var essai : fils.invokeAll(Collections.nCopies(16, employer))) {
                gagnants += essai.get() ? 1 : 0;
            }
            assertThat(gagnants).isEqualTo(1);
        }
    }

    @Test
    void de_nouveaux_codes_remplacent_les_precedents_et_ne_se_montrent_qu_une_fois() {
        var anciens = relierEtNoter();
        sien.lire(PAGE + "/codes").envoyer(PAGE + "/codes", "actuel", "Mauvais-mot-de-passe-1");
        assertThat(sien.statut()).isEqualTo(422);
        sien.envoyer(PAGE + "/codes", "actuel", ComptesDeTest.MOT_DE_PASSE);
        var neufs = sien.suivre().page().select("#codes-de-secours li").eachText();

        assertThat(neufs).hasSize(10).doesNotContainAnyElementsOf(anciens);
        assertThat(sien.lire(PAGE + "/codes/a-noter").destination()).isEqualTo(PAGE);
        assertThat(secourir(anciens.getFirst()).statut()).isEqualTo(422);
        assertThat(secourir(neufs.getFirst()).destination()).isEqualTo(BORD);
    }

    /** Qui a perdu son téléphone et ses codes appelle le support. */
    @Test
    void l_operateur_delie_l_application_d_un_referent() {
        relierEtNoter();
        var bureau = entrer(comptes.membre(Role.OPERATEUR));
        var fiche = "/administration/referents/" + claire.id() + "/second-facteur";
        bureau.lire(fiche).envoyer(fiche);
        assertThat(bureau.suivre().texte()).contains("est déliée");
        assertThat(revenir().destination()).isEqualTo("/connexion/code");

        bureau.lire(fiche).envoyer(fiche);
        assertThat(bureau.suivre().texte()).contains("n’a pas relié d’application");
    }

    @Test
    void un_second_facteur_delie_ou_un_compte_efface_emporte_les_codes() {
        relierEtNoter();
        reinitialiser.executer(claire.id(), comptes.connecte(comptes.membre(Role.OPERATEUR)));
        assertThat(codesDeSecours.restants(claire.id())).isZero();

        codesDeSecours.renouveler(claire.id());
        gererSonCompte.supprimer(comptes.connecte(claire));
        assertThat(codesDeSecours.restants(claire.id())).isZero();
    }
}
