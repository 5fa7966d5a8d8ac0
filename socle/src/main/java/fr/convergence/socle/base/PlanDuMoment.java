package fr.convergence.socle.base;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Pour une recherche dont le prix dépend de ce qui est cherché : PostgreSQL en refait le plan chaque fois (une
 * demi-milliseconde), pour ces mots-là. Le plan qu'il retiendrait, sans les connaître, les croit tous rares et trie ce qu'il
 * aurait lu dans l'ordre.
 */
public final class PlanDuMoment extends JdbcTemplate {

    private PlanDuMoment(DataSource source) {
        super(source);
    }

    public static JdbcClient sur(DataSource source) {
        return JdbcClient.create(new PlanDuMoment(source));
    }

    @Override
    protected void applyStatementSettings(Statement ordre) throws SQLException {
        super.applyStatementSettings(ordre);
        ordre.unwrap(PGStatement.class).setPrepareThreshold(0);
    }
}
