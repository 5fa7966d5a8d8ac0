package fr.convergence.socle.tache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.convergence.socle.base.BaseDeTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(BaseDeTest.class)
final class TachesTest {

    private static final Duration TRANCHE = Duration.ofMillis(50);
    private static final Duration SCRUTATION = Duration.ofMillis(100);
    private static final Duration UN_MOMENT = Duration.ofSeconds(30);
    private static final Duration PLUS_TARD = Duration.ofHours(1);

    private final Reveils reveils = new Reveils();

    /** Autant de travaux sans fin que de fils les prennent tous. */
    @Test
    void des_travaux_qui_ont_toujours_a_faire_laissent_passer_un_autre(DataSource source) {
        var tranches = new AtomicInteger();
        var courtes = new AtomicInteger();
        var sansFin = IntStream.range(0, Taches.FILS)
                .mapToObj(rang ->
                        new TachePeriodique("essai-long-" + rang, PLUS_TARD, tranche -> sansFin(tranche, tranches)));
        var court = new TachePeriodique("essai-court", Duration.ofMillis(200), courtes::incrementAndGet);
        pendant(
                taches(
                        source,
                        SCRUTATION,
                        Stream.concat(sansFin, Stream.of(court)).toList()),
                () -> await().until(() -> courtes.get() >= 3 && tranches.get() >= 3 * Taches.FILS));
    }

    @Test
    void un_travail_fini_attend_son_heure(DataSource source) {
        var fois = new AtomicInteger();
        var suites = new AtomicInteger();
        var fini = new TachePeriodique("essai-fini", PLUS_TARD, fois::incrementAndGet);
        var suivi = new TachePeriodique("essai-suivi", PLUS_TARD, _ -> suites.incrementAndGet() < 4);
        pendant(taches(source, SCRUTATION, List.of(fini, suivi)), () -> {
            await().until(() -> suites.get() == 4);
            await().during(Duration.ofMillis(500)).until(() -> suites.get() == 4);
            assertThat(fois).hasValue(1);
        });
    }

    /** Rien ne scrute avant une heure : ce qui reste et ce qu'on réveille n'attendent pas. */
    @Test
    void un_travail_reveille_passe_des_que_la_transaction_est_validee(
            DataSource source, TransactionTemplate transaction) {
        var passages = new AtomicInteger();
        var tache = new TachePeriodique("essai-reveil", PLUS_TARD, passages::incrementAndGet);
        pendant(taches(source, PLUS_TARD, List.of(tache)), () -> {
            await().until(() -> passages.get() == 1);
            transaction.executeWithoutResult(etat -> {
                reveils.apresTransaction("essai-reveil");
                etat.setRollbackOnly();
            });
            await().during(Duration.ofMillis(300)).until(() -> passages.get() == 1);

            transaction.executeWithoutResult(_ -> {
                reveils.apresTransaction("essai-reveil");
                assertThat(passages).as("pas avant la validation").hasValue(1);
            });
            await().until(() -> passages.get() == 2);
            reveils.apresTransaction("essai-reveil");
            await().until(() -> passages.get() == 3);
        });
        reveils.apresTransaction("essai-reveil");
        assertThat(passages).as("un nœud arrêté ne réveille personne").hasValue(3);
    }

    /** Il avait peut-être fini de lire sa file : ce qu'on vient d'y mettre n'attend pas l'heure suivante. */
    @Test
    void un_travail_reveille_pendant_qu_il_tourne_repasse(DataSource source) {
        var commence = new CountDownLatch(1);
        var suite = new Semaphore(0);
        var passages = new AtomicInteger();
        var tache = new TachePeriodique("essai-encore", PLUS_TARD, () -> {
            commence.countDown();
            suite.acquireUninterruptibly();
            passages.incrementAndGet();
        });
        pendant(taches(source, PLUS_TARD, List.of(tache)), () -> {
            await().until(() -> commence.getCount() == 0);
            reveils.apresTransaction("essai-encore");
            await().during(Duration.ofMillis(300)).until(() -> passages.get() == 0);
            suite.release(2);
            await().until(() -> passages.get() == 2);
        });
    }

    /** Une erreur aussi grave qu'elle soit n'arrête pas un travail : il ne se ferait plus, et personne ne le saurait. */
    @Test
    void une_panne_n_arrete_pas_un_travail(DataSource source) {
        var tombee = new AtomicBoolean();
        var passages = new AtomicInteger();
        var tache = new TachePeriodique("essai-panne", Duration.ofMillis(5), () -> {
            if (tombee.compareAndSet(false, true)) {
                throw new StackOverflowError("un document trop profond");
            }
            passages.incrementAndGet();
        });
        pendant(taches(source, SCRUTATION, List.of(tache)), () -> await().until(() -> passages.get() > 0));
    }

    /** Ce qui n'a lieu que toutes les heures n'attend pas une heure la fin d'une coupure. */
    @Test
    void un_travail_rare_qui_echoue_se_refait_en_quelques_secondes(DataSource source) {
        var passages = new AtomicInteger();
        var tache = new TachePeriodique("essai-rare", PLUS_TARD, () -> {
            if (passages.incrementAndGet() == 1) {
                throw new IllegalStateException("la base est coupée");
            }
        });
        pendant(
                taches(source, SCRUTATION, List.of(tache)),
                () -> await().atMost(UN_MOMENT).until(() -> passages.get() == 2));
    }

    /** Tué pendant qu'il travaillait, un nœud tient son travail jusqu'à ce que ses battements manquent. */
    @Test
    void le_travail_d_un_noeud_mort_est_repris(DataSource source) {
        JdbcClient.create(source).sql("""
                insert into tache (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                values ('essai-mort', 'recurring', now(), true, 'un nœud tué', now() - interval '20 seconds', 1)
                """).update();
        var passages = new AtomicInteger();
        var tache = new TachePeriodique("essai-mort", PLUS_TARD, passages::incrementAndGet);
        pendant(
                taches(source, SCRUTATION, List.of(tache)),
                () -> await().atMost(UN_MOMENT).until(() -> passages.get() == 1));
    }

    @Test
    void une_file_se_vide_par_lots_dans_la_limite_d_une_tranche() {
        var reste = new AtomicInteger(3);
        var tache = TachePeriodique.parLots("essai-lots", PLUS_TARD, () -> reste.decrementAndGet() > 0);
        assertThat(tache.travail().test(Tranche.de(Duration.ZERO)))
                .as("un lot, et il en reste")
                .isTrue();
        assertThat(tache.travail().test(Tranche.de(PLUS_TARD)))
                .as("jusqu'au dernier")
                .isFalse();
        assertThat(reste).hasValue(0);
    }

    private Taches taches(DataSource source, Duration scrutation, List<TachePeriodique> taches) {
        return new Taches(source, taches, reveils, Clock.systemUTC(), true, scrutation, TRANCHE);
    }

    private static void pendant(Taches taches, Runnable essai) {
        taches.start();
        try {
            essai.run();
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
