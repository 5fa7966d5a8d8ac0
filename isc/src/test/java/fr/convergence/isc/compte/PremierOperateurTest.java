package fr.convergence.isc.compte;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.isc.TestDIsc;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.personne.Invitation;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** L'opérateur d'un site neuf. */
@TestDIsc
class PremierOperateurTest {

    @Autowired
    Comptes comptes;

    @Autowired
    ComptesDeTest comptesDeTest;

    @Autowired
    CreerCompte creer;

    @Autowired
    Invitation invitation;

    @Autowired
    BoiteAuxLettres boite;

    @Autowired
    JdbcClient base;

    @Test
    @Transactional
    void il_est_invite_quand_il_n_y_en_a_aucun() {
        base.sql("update compte set etat = 'DESACTIVE' where fonction = 'OPERATEUR'")
                .update();
        var adresse = "premier-" + UUID.randomUUID() + "@ans.example";
        demarrer(adresse);
        demarrer(adresse);
        assertThat(boite.de(adresse)).as("renvoyée à chaque démarrage").hasSize(2);
        assertThat(boite.derniere(adresse).texte()).contains("/invitation/");
    }

    @Test
    void il_ne_l_est_plus_des_qu_il_y_en_a_un() {
        comptesDeTest.operateur();
        demarrer("second@ans.example");
        assertThat(boite.de("second@ans.example")).isEmpty();
    }

    private void demarrer(String adresse) {
        new PremierOperateur(comptes, creer, invitation, adresse).run(new DefaultApplicationArguments());
    }
}
