package fr.convergence.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.definition.Reference;
import fr.convergence.portail.guichet.Audience;
import fr.convergence.portail.guichet.DefinitionGuichet;
import fr.convergence.portail.guichet.EtapeDuGuichet;
import fr.convergence.portail.guichet.Fenetre;
import fr.convergence.portail.guichet.Moment;
import fr.convergence.portail.guichet.Retour;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ReouvertureDeGuichetTest {

    @Test
    void un_guichet_ou_l_on_candidate_encore_reste_tel_quel() {
        var guichet = guichet(new Fenetre.Candidature(le(1), le(10), le(20)));

        assertThat(ReouvertureDeGuichet.utile(guichet, Instant.parse("2026-06-05T10:00:00Z")))
                .isFalse();
        assertThat(ReouvertureDeGuichet.utile(guichet, Instant.parse("2026-06-11T10:00:00Z")))
                .isTrue();
    }

    @Test
    void une_etape_sans_fin_ne_se_rouvre_pas() {
        assertThat(ReouvertureDeGuichet.utile(
                        guichet(new Fenetre.Plage(le(1), Optional.empty())), Instant.parse("2030-01-01T00:00:00Z")))
                .isFalse();
    }

    @Test
    void la_definition_livree_prend_le_numero_suivant() {
        var texte = ReouvertureDeGuichet.texte(
                "# le guichet: essai\nguichet: CARE-D1\ntitre: T\n",
                guichet(new Fenetre.Plage(le(1), Optional.empty())));

        assertThat(texte).isEqualTo("# le guichet: essai\nguichet: CARE-D1@4\ntitre: T\n");
    }

    private static Moment le(int jour) {
        return new Moment(LocalDateTime.of(2026, 6, jour, 9, 0));
    }

    private static DefinitionGuichet guichet(Fenetre fenetre) {
        var etape = new EtapeDuGuichet(
                "candidature",
                "Candidature",
                Optional.empty(),
                fenetre,
                Optional.empty(),
                List.of(),
                Retour.DIRECT,
                List.of(),
                List.of());
        return new DefinitionGuichet(
                new Reference("CARE-D1", 3),
                "T",
                "CaRE",
                Audience.values()[0],
                List.of(),
                List.of(),
                Set.of(),
                List.of(etape));
    }
}
