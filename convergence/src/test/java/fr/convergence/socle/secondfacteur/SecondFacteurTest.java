package fr.convergence.socle.secondfacteur;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Role;
import fr.convergence.portail.compte.ComptesDeTest;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** L'application qu'un titulaire relie par choix. */
@TestDuPortail
@Tag("CNX-5")
final class SecondFacteurTest extends EssaisDuSecondFacteur {

    @Test
    void une_application_reliee_remplace_le_code_recu() {
        var cle = proposer();
        sien.envoyer(PAGE + "/application", "code", "000000");
        assertThat(sien.statut()).isEqualTo(422);
        assertThat(cleMontree()).as("la même, page rechargée").isEqualTo(cle);
        confirmer(cle);

        assertThat(sien.page().select("#codes-de-secours li")).hasSize(10);
        assertThat(modeles()).contains("connexion/application-reliee", "secondfacteur/secours-faits");
        horloge.avancer(Duration.ofMinutes(1));
        var revenue = revenir();
        assertThat(revenue.destination()).isEqualTo(CODE);
        assertThat(revenue.suivre().texte()).contains("Utiliser un code de secours");
        revenue.envoyer(CODE, "code", code(cle));
        assertThat(revenue.destination()).isEqualTo(BORD);
    }

    /** Le code qui a relié l'application a servi : qui l'a lu par-dessus l'épaule n'entre pas avec. */
    @Test
    void le_code_qui_relie_ne_rouvre_rien() {
        var cle = proposer();
        confirmer(cle);

        var passant = revenir();
        passant.suivre().envoyer(CODE, "code", code(cle));

        assertThat(passant.statut()).isEqualTo(422);
    }

    @Test
    void une_session_volee_ne_relie_rien_sans_le_mot_de_passe() {
        sien.lire(PAGE + "/relier").envoyer(PAGE + "/relier", "actuel", "Mauvais-mot-de-passe-1");
        assertThat(sien.statut()).isEqualTo(422);
        assertThat(sien.lire(PAGE + "/application").destination()).isEqualTo(PAGE);
        sien.envoyer(PAGE + "/application", "code", "000000");
        assertThat(sien.destination()).isEqualTo(PAGE);
        assertThat(secrets.application(claire.id())).isEmpty();
    }

    @Test
    void une_proposition_laissee_la_ne_vaut_plus_rien() {
        var cle = proposer();
        horloge.avancer(Duration.ofMinutes(30));

        sien.envoyer(PAGE + "/application", "code", code(cle));

        assertThat(sien.destination()).isEqualTo(PAGE);
        assertThat(secrets.application(claire.id())).isEmpty();
    }

    /** Deux onglets du même navigateur montrent la même clé ; deux navigateurs non, et un seul relie la sienne. */
    @Test
    void de_deux_applications_reliees_a_la_fois_une_seule_l_est() {
        var cle = proposer();
        var onglet = proposer();
        assertThat(onglet).isEqualTo(cle);
        var ailleurs = porte.inconnu();
        porte.connecter(ailleurs, claire);
        ailleurs.lire(PAGE + "/relier").envoyer(PAGE + "/relier", "actuel", ComptesDeTest.MOT_DE_PASSE);
        var autre = ailleurs.suivre().page().select(".cv-chiffres").text().replace(" ", "");
        assertThat(autre).isNotEqualTo(cle);

        confirmer(cle);
        ailleurs.envoyer(PAGE + "/application", "code", code(autre));

        assertThat(ailleurs.suivre().texte()).contains("L’application n’a pas été reliée");
        assertThat(secrets.application(claire.id()).orElseThrow().secret()).isEqualTo(cle);
    }

    @Test
    void relier_une_application_leve_les_dispenses_de_code() {
        var dispensee = porte.inconnu();
        porte.dispenser(dispensee, claire);
        dispensee.lire("/").envoyer("/deconnexion");
        confirmer(proposer());

        porte.saisir(dispensee, claire.nomUtilisateur().valeur(), ComptesDeTest.MOT_DE_PASSE);

        assertThat(dispensee.destination()).isEqualTo(CODE);
    }

    /** Dix essais, des deux sortes ensemble : changer de page n'en donne pas dix de plus. */
    @Test
    void retirer_l_application_redonne_le_mot_de_passe_et_rend_le_code_recu() {
        var codes = relierEtNoter();
        sien.lire(PAGE + "/retrait").envoyer(PAGE + "/retrait", "actuel", "Mauvais-mot-de-passe-1");
        assertThat(secrets.application(claire.id())).isPresent();
        sien.envoyer(PAGE + "/retrait", "actuel", ComptesDeTest.MOT_DE_PASSE);

        assertThat(sien.suivre().texte()).contains("L’application est retirée");
        assertThat(modeles()).contains("secondfacteur/application-retiree");
        assertThat(revenir().destination()).isEqualTo("/connexion/code");
        assertThat(codesDeSecours.employer(claire.id(), codes.getFirst())).isFalse();
    }

    @Test
    void l_equipe_change_d_application_mais_ne_s_en_passe_pas() {
        var paul = comptes.membre(Role.ANS);
        var bureau = entrer(paul);

        assertThat(bureau.lire(PAGE).texte()).contains("Changer d’application").doesNotContain("Retirer l’application");
        assertThat(bureau.lire(PAGE + "/retrait").destination()).isEqualTo(PAGE);
        bureau.lire(PAGE).envoyer(PAGE + "/retrait", "actuel", ComptesDeTest.MOT_DE_PASSE);
        assertThat(secrets.application(paul.id())).isPresent();
    }
}
