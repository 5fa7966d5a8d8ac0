package fr.convergence.isc.autorisation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.isc.TestDIsc;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Une preuve présentée à vingt nœuds au même instant ne vaut que pour un. */
@TestDIsc
final class PreuvesUneFoisTest {

    @Autowired
    PreuvesUneFois preuves;

    @Test
    void une_seule_presentation_est_la_premiere() throws Exception {
        Callable<Boolean> presenter =
                () -> preuves.premiere("cle", "numero", Instant.now().plusSeconds(60));
        try (var fils = Executors.newFixedThreadPool(20)) {
            var reponses =
                    fils.invokeAll(Stream.generate(() -> presenter).limit(20).toList());
            var premieres = 0;
            for (var reponse : reponses) {
                premieres += reponse.get() ? 1 : 0;
            }
            assertThat(premieres).isEqualTo(1);
        }
        assertThat(preuves.premiere("autre-cle", "numero", Instant.now().plusSeconds(60)))
                .isTrue();
    }

    @Test
    void perimee_elle_s_oublie() {
        preuves.premiere("cle", "vieille", Instant.now().minusSeconds(1));

        while (preuves.purger(100)) {
            // Jusqu'au bout.
        }

        assertThat(preuves.premiere("cle", "vieille", Instant.now().plusSeconds(60)))
                .isTrue();
    }
}
