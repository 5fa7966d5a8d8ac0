package fr.convergence.doublures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CodesDuMomentTest {

    // RFC 6238, annexe B : secret « 12345678901234567890 », à la seconde 59 le code SHA-1 finit par 287082.
    private static final Authentificateur DE_LA_NORME =
            new Authentificateur("Norme", "norme@example", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

    @Test
    void le_code_est_celui_de_la_norme() {
        var codes =
                new CodesDuMoment(() -> List.of(DE_LA_NORME), Clock.fixed(Instant.ofEpochSecond(59), ZoneOffset.UTC));

        assertThat(codes.tous().getFirst().code()).isEqualTo("287082");
        assertThat(codes.tous().getFirst().secondesRestantes()).isEqualTo(1);
    }

    @Test
    void le_code_suivant_est_le_code_d_apres() {
        var avant =
                new CodesDuMoment(() -> List.of(DE_LA_NORME), Clock.fixed(Instant.ofEpochSecond(29), ZoneOffset.UTC));

        assertThat(avant.tous().getFirst().suivant()).isEqualTo("287082");
    }
}
