package fr.convergence.portail.question;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.page.Message;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("FRM-2")
final class IdentifiantTest {

    @Test
    void un_telephone_se_garde_sous_une_forme_et_se_montre_sous_une_autre() {
        assertThat(Identifiant.TELEPHONE.canonique("06 12 34 56 78")).isEqualTo("+33612345678");
        assertThat(Identifiant.TELEPHONE.saisie(Valeur.simple("+33612345678"))).isEqualTo("+33 6 12 34 56 78");
        assertThat(Identifiant.TELEPHONE.refus(Valeur.simple("+33612345678"))).isEmpty();
    }

    @Test
    void ce_qui_ne_se_lit_pas_se_garde_tel_que_tape() {
        assertThat(Identifiant.TELEPHONE.refus(Valeur.simple("0123")))
                .contains(new Message("identifiant.telephone.inconnu"));
        assertThat(Identifiant.TELEPHONE.canonique("0123")).isEqualTo("0123");
        assertThat(Identifiant.TELEPHONE.saisie(Valeur.simple("0123"))).isEqualTo("0123");
    }

    @Test
    void un_texte_plus_long_que_tout_identifiant_se_refuse() {
        assertThat(Identifiant.SIRET.refus(Valeur.simple("9".repeat(100_000)))).isPresent();
    }
}
