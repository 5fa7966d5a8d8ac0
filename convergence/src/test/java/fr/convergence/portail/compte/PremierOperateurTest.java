package fr.convergence.portail.compte;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.portail.acces.Role;
import fr.convergence.socle.essai.BoiteAuxLettres;
import fr.convergence.socle.personne.Invitation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

/** L'opérateur d'un portail neuf. */
@TestDuPortail
final class PremierOperateurTest {

    @Autowired
    Comptes comptes;

    @Autowired
    ComptesDeTest deTest;

    @Autowired
    InviterMembre inviter;

    @Autowired
    Invitation invitation;

    @Autowired
    BoiteAuxLettres boite;

    @Test
    void il_n_est_invite_que_s_il_n_y_en_a_aucun() {
        deTest.membre(Role.OPERATEUR);
        new PremierOperateur(comptes, inviter, invitation, "premier@ans.example.fr")
                .run(new DefaultApplicationArguments());
        assertThat(boite.de("premier@ans.example.fr")).isEmpty();
    }
}
