package fr.convergence.socle.tache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import fr.convergence.socle.base.BaseDeTest;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(BaseDeTest.class)
final class ReveilleurTest {

    private final JdbcClient base;

    ReveilleurTest(JdbcClient base) {
        this.base = base;
    }

    /** Des fichiers qui se suivent de près : le travail part entre la lecture et l’écriture de son heure. */
    @Test
    void un_travail_qui_part_pendant_qu_on_le_reveille_repasse(DataSource source, TransactionTemplate transaction) {
        base.sql("""
                insert into tache (task_name, task_instance, execution_time, picked, version)
                values ('essai-course', 'recurring', now() + interval '1 hour', false, 1)
                """).update();
        var client = SchedulerClient.Builder.create(source).tableName("tache").build();
        try (var reveilleur = new Reveilleur(client, Clock.systemUTC())) {
            transaction.executeWithoutResult(_ -> {
                changer("picked = true, picked_by = 'un nœud', last_heartbeat = now()");
                reveilleur.demander("essai-course");
                await().until(() -> reveilBloque(source));
            });
            changer("picked = false, picked_by = null, last_heartbeat = null");

            await().untilAsserted(() ->
                    assertThat(base.sql("""
                    select execution_time <= now() from tache where task_name = 'essai-course'
                    """).query(Boolean.class).single()).isTrue());
        } finally {
            base.sql("delete from tache where task_name = 'essai-course'").update();
        }
    }

    private void changer(String colonnes) {
        base.sql("update tache set version = version + 1, " + colonnes + " where task_name = 'essai-course'")
                .update();
    }

    /** Hors de la transaction qui le bloque. */
    private static boolean reveilBloque(DataSource source) {
        return JdbcClient.create(source).sql("""
                        select exists (select from pg_stat_activity
                                       where wait_event_type = 'Lock' and query ilike 'update tache%')
                        """).query(Boolean.class).single();
    }
}
