package fr.convergence.portail.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.portail.guichet.Niveau;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DOS-11")
final class StatutTest {

    private static final Instant LE = Instant.parse("2026-03-03T13:03:00Z");

    @Test
    void le_dernier_niveau_accepte_que_ce_soit_l_ars_ou_l_ans() {
        assertThat(Statut.de(etape(List.of(Niveau.ARS)).valider(LE))).isEqualTo(Statut.ACCEPTE);
    }

    @Test
    void valide_par_l_ars_au_milieu_du_circuit_se_lit_transmis_a_l_ans() {
        var transmise = etape(List.of(Niveau.ARS, Niveau.ANS));

        assertThat(Statut.de(transmise)).isEqualTo(Statut.TRANSMIS_ARS);
        assertThat(Statut.de(transmise.valider(LE))).isEqualTo(Statut.TRANSMIS_ANS);
        assertThat(Statut.de(transmise.valider(LE).valider(LE))).isEqualTo(Statut.ACCEPTE);
    }

    @Test
    void une_verification_que_personne_ne_tient_n_est_pas_un_statut() {
        assertThatThrownBy(() -> Statut.lire("EN_VERIFICATION", null)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Etape etape(List<Niveau> circuit) {
        return new Etape(
                UUID.randomUUID(), "candidature", 1, circuit, new EtatEtape.EnVerification(circuit.getFirst(), LE), 0);
    }
}
