package fr.convergence.portail.question;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.page.Message;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ce qui est lu d'un identifiant se retient, sans que personne puisse en remplir la mémoire. */
@Tag("FRM-2")
final class IdentifiantTest {

    @Test
    void relire_ne_change_rien() {
        for (var fois = 0; fois < 2; fois++) {
            assertThat(Identifiant.TELEPHONE.canonique("06 12 34 56 78")).isEqualTo("+33612345678");
            assertThat(Identifiant.TELEPHONE.saisie(Valeur.simple("+33612345678")))
                    .isEqualTo("+33 6 12 34 56 78");
            assertThat(Identifiant.TELEPHONE.refus(Valeur.simple("+33612345678")))
                    .isEmpty();
            assertThat(Identifiant.TELEPHONE.refus(Valeur.simple("0123")))
                    .contains(new Message("identifiant.telephone.inconnu"));
            assertThat(Identifiant.TELEPHONE.saisie(Valeur.simple("0123"))).isEqualTo("0123");
        }
    }

    @Test
    void les_lectures_retenues_sont_bornees() {
        for (var i = 0; i < 2 * Identifiant.LECTURES_RETENUES; i++) {
            Identifiant.SIREN.refus(Valeur.simple("siren " + i));
        }

        assertThat(Identifiant.SIREN.retenues()).isPositive().isLessThanOrEqualTo(Identifiant.LECTURES_RETENUES);
    }

    @Test
    void un_texte_plus_long_que_tout_identifiant_n_est_pas_retenu() {
        var avant = Identifiant.SIRET.retenues();

        assertThat(Identifiant.SIRET.refus(Valeur.simple("9".repeat(100_000)))).isPresent();

        assertThat(Identifiant.SIRET.retenues()).isEqualTo(avant);
    }
}
