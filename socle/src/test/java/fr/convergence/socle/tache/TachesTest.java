package fr.convergence.socle.tache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.convergence.socle.base.BaseDeTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BaseDeTest.class)
final class TachesTest {

    private static final Duration TRANCHE = Duration.ofMillis(50);
    private static final Duration SCRUTATION = Duration.ofMillis(100);
    private static final Duration PLUS_TARD = Duration.ofHours(1);

    /** Il y a deux fils : deux travaux sans fin les prennent tous. */
    @Test
    void deux_travaux_qui_ont_toujours_a_faire_laissent_passer_un_troisieme(DataSource source) {
        var tranches = new AtomicInteger();
        var courtes = new AtomicInteger();
        var taches = new Taches(
                source,
                List.of(
                        new TachePeriodique("essai-long", PLUS_TARD, tranche -> sansFin(tranche, tranches)),
                        new TachePeriodique("essai-aussi-long", PLUS_TARD, tranche -> sansFin(tranche, tranches)),
                        new TachePeriodique("essai-court", Duration.ofMillis(200), courtes::incrementAndGet)),
                true,
                SCRUTATION,
                TRANCHE);
        taches.start();
        try {
            await().until(() -> courtes.get() >= 3 && tranches.get() >= 6);
        } finally {
            taches.stop();
        }
    }

    @Test
    void un_travail_fini_attend_son_heure(DataSource source) {
        var fois = new AtomicInteger();
        var suites = new AtomicInteger();
        var taches = new Taches(
                source,
                List.of(
                        new TachePeriodique("essai-fini", PLUS_TARD, fois::incrementAndGet),
                        new TachePeriodique("essai-suivi", PLUS_TARD, _ -> suites.incrementAndGet() < 4)),
                true,
                SCRUTATION,
                TRANCHE);
        taches.start();
        try {
            await().until(() -> suites.get() == 4);
            await().during(Duration.ofMillis(500)).until(() -> suites.get() == 4);
            assertThat(fois).hasValue(1);
        } finally {
            taches.stop();
        }
    }

    private static boolean sansFin(Tranche tranche, AtomicInteger tranches) {
        while (!tranche.finie()) {
            Thread.onSpinWait();
        }
        tranches.incrementAndGet();
        return true;
    }
}
