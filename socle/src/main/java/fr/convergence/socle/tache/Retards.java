package fr.convergence.socle.tache;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Les travaux de fond qui ne passent plus, ou plus à leur heure. */
@Component
public final class Retards {

    /** @param echecs combien de suite */
    public record Retard(String travail, Instant attendu, int echecs) {}

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int ECHECS = 3;

    private final JdbcClient base;
    private final Clock horloge;

    Retards(JdbcClient base, Clock horloge) {
        this.base = base;
        this.horloge = horloge;
    }

    /** La table tient une ligne par travail. */
    public List<Retard> tous() {
        return base.sql("""
                select task_name, execution_time, coalesce(consecutive_failures, 0) as echecs from tache
                where (not picked and execution_time < ?) or consecutive_failures >= ? order by task_name
                """)
                .params(Timestamp.from(horloge.instant().minus(PATIENCE)), ECHECS)
                .query(Retards::lire)
                .list();
    }

    private static Retard lire(ResultSet ligne, int rang) throws SQLException {
        return new Retard(
                ligne.getString("task_name"),
                ligne.getTimestamp("execution_time").toInstant(),
                ligne.getInt("echecs"));
    }
}
