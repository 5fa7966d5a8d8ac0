package fr.convergence.portail.compte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.convergence.portail.TestDuPortail;
import fr.convergence.socle.identifiant.Region;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Ce que la base garde d'un compte se relit, même quand on ne l'y saisirait plus. */
@TestDuPortail
@Tag("INS-1")
@Transactional
final class ComptesGardesTest {

    @Autowired
    Comptes comptes;

    @Autowired
    ComptesDeTest deTest;

    @Autowired
    JdbcClient base;

    @Test
    void un_telephone_que_son_plan_de_numerotation_n_admet_plus_n_empeche_rien() {
        var compte = deTest.referent();
        garder("telephone", "+332000000", compte);

        assertThat(comptes.titulaire(compte.id()).orElseThrow().telephone()).hasToString("+332000000");
    }

    @Test
    void un_verificateur_d_une_region_inconnue_n_est_pas_un_compte_sans_region() {
        var compte = deTest.ars(Region.BRETAGNE);
        garder("region", "99", compte);

        assertThatIllegalStateException()
                .isThrownBy(() -> comptes.titulaire(compte.id()))
                .withMessageContaining(compte.id().toString())
                .withMessageContaining("99");
    }

    private void garder(String colonne, String valeur, Compte compte) {
        base.sql("update compte set " + colonne + " = ? where id = ?")
                .params(valeur, compte.id())
                .update();
    }
}
