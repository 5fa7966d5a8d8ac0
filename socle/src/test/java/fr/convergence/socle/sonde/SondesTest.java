package fr.convergence.socle.sonde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Ce que les sondes trouvent se lit sans rien essayer. */
final class SondesTest {

    @Test
    void une_panne_se_voit_puis_sa_fin() {
        var enPanne = new AtomicBoolean();
        var sondes = new Sondes(List.of(new Sonde("depot", Duration.ofMillis(5), () -> {
            if (enPanne.get()) {
                throw new IOException("démonté");
            }
        })));
        assertThat(sondes.panne("depot")).as("pas encore essayé").isEmpty();
        sondes.start();
        try {
            enPanne.set(true);
            await().until(() -> sondes.panne("depot").filter("démonté"::equals).isPresent());
            enPanne.set(false);
            await().until(() -> sondes.panne("depot").isEmpty());
        } finally {
            sondes.stop();
        }
    }
}
