package fr.convergence.portail.formulaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("DOS-6")
final class InstantEcritTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T11:00:00Z",
                "2026-11-22T23:59:59.120Z",
                "2026-02-28T01:02:03.004005Z",
                "2024-02-29T00:00:00.000000007Z",
                "0000-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999999Z",
                "-0001-05-06T07:08:09Z",
                "+10000-01-01T00:00:00.5Z"
            })
    void un_instant_ecrit_se_relit_egal(String texte) {
        assertThat(InstantEcrit.lire(texte)).isEqualTo(Instant.parse(texte));
        assertThat(InstantEcrit.lire(Instant.parse(texte).toString())).isEqualTo(Instant.parse(texte));
    }
}
