package fr.convergence.socle.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AccesALaBaseTest {

    @Test
    void une_base_qui_repond_n_a_pas_d_empechement() {
        assertThat(new AccesALaBase(BaseDeTest.nouvelleAdresse(), "postgres", "").empechement())
                .isEmpty();
    }

    @Test
    void une_base_injoignable_se_dit_en_une_ligne_sans_mot_de_passe() {
        var acces = new AccesALaBase("jdbc:postgresql://localhost:1/absente?password=secret", "x", "autre secret");

        assertThat(acces.empechement())
                .hasValueSatisfying(ligne -> assertThat(ligne)
                        .startsWith(
                                "La base de données jdbc:postgresql://localhost:1/absente est inaccessible au rôle « x » (")
                        .contains("CONVERGENCE_DB_URL")
                        .doesNotContain("secret")
                        .doesNotContain("\n"));
    }

    @Test
    void une_base_inconnue_du_serveur_ou_une_adresse_absurde_aussi() {
        var inconnue = BaseDeTest.nouvelleAdresse().replaceFirst("essai_\\d+", "inconnue");

        assertThat(new AccesALaBase(inconnue, "postgres", "").empechement())
                .hasValueSatisfying(
                        ligne -> assertThat(ligne).contains("inconnue").doesNotContain("\n"));
        assertThat(new AccesALaBase("n'importe quoi", "", "").empechement()).isPresent();
    }
}
