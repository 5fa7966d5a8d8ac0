package fr.convergence.portail;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Ce que les transactions de cette base attendent l'une de l'autre. */
public final class Verrous {

    private Verrous() {}

    public static boolean uneTransactionAttend(JdbcClient base) {
        return base.sql("""
                select exists (select from pg_stat_activity
                               where datname = current_database() and wait_event_type = 'Lock')
                """).query(Boolean.class).single();
    }
}
