package fr.convergence.socle.tache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class BailTest {

    @Test
    void le_bail_se_prolonge_tant_que_dure_le_travail_meme_apres_une_panne() {
        var prolongations = new AtomicInteger();

        try (var _ = new Bail(Duration.ofMillis(1), () -> {
            if (prolongations.incrementAndGet() == 1) {
                throw new IllegalStateException("base absente un instant");
            }
        })) {
            await().until(() -> prolongations.get() >= 3);
        }

        var rendues = prolongations.get();
        await().during(Duration.ofMillis(50)).until(() -> prolongations.get() == rendues);
        assertThat(prolongations).hasValue(rendues);
    }
}
