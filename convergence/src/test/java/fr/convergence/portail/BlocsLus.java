package fr.convergence.portail;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ce qu'une lecture, faite autant de fois qu'il faut à PostgreSQL pour retenir un plan, lit de blocs de ces tables. */
public final class BlocsLus {

    private static final int FOIS = 12;

    private final JdbcClient base;
    private final List<String> tables;

    /** @param base la connexion même où se font les lectures */
    public BlocsLus(JdbcClient base, String... tables) {
        this.base = base;
        this.tables = List.of(tables);
    }

    public long par(Runnable lecture) {
        var avant = compteur();
        for (var fois = 0; fois < FOIS; fois++) {
            lecture.run();
        }
        return (compteur() - avant) / FOIS;
    }

    private long compteur() {
        base.sql("select pg_stat_force_next_flush()").query().singleRow();
        return base.sql("""
                select sum(heap_blks_hit + heap_blks_read + coalesce(idx_blks_hit + idx_blks_read, 0))
                from pg_statio_user_tables where relname in (:tables)
                """).param("tables", tables).query(Long.class).single();
    }
}
