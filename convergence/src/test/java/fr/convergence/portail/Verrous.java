package fr.convergence.portail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ce que les transactions de cette base attendent l'une de l'autre. */
public final class Verrous {

    private Verrous() {}

    public static boolean uneTransactionAttend(JdbcClient base) {
        return base.sql("""
                select exists (select from pg_stat_activity
                               where datname = current_database() and wait_event_type = 'Lock')
                """).query(Boolean.class).single();
    }

    /** Lance ensemble des demandes que cette table retient : toutes sont en route quand le service répond enfin. */
    public static void ensemble(
            JdbcClient base, PlatformTransactionManager transactions, String table, Runnable... demandes) {
        var envois = new TransactionTemplate(transactions).execute(_ -> {
            base.sql("lock table " + table + " in exclusive mode").update();
            var parties = Stream.of(demandes)
                    .map(demande -> CompletableFuture.runAsync(demande, Thread::startVirtualThread))
                    .toList();
            await().untilAsserted(() -> assertThat(attendent(base)).hasSize(demandes.length));
            return parties;
        });
        envois.forEach(CompletableFuture::join);
    }

    private static List<String> attendent(JdbcClient base) {
        return base.sql("""
                select query from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'
                """).query(String.class).list();
    }
}
