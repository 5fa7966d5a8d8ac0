package fr.convergence.socle.authentification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.base.BaseDeTest;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.support.TransactionOperations;

@ExtendWith(BaseDeTest.class)
final class SessionsDUnTenantTest {

    @Test
    void les_attributs_de_deux_sessions_ne_se_melent_pas(DataSource source) throws SQLException {
        try (var connexion = source.getConnection()) {
            var base = new JdbcTemplate(new SingleConnectionDataSource(connexion, true));
            // Le plan que PostgreSQL choisit quand il commence par les attributs.
            base.execute("set enable_nestloop = off");
            base.execute("set enable_mergejoin = off");
            var depot = new JdbcIndexedSessionRepository(base, TransactionOperations.withoutTransaction());
            depot.setTableName("authentification_session");
            new SessionsDUnTenant().attributsALaSuite().customize(depot);

            FindByIndexNameSessionRepository<? extends Session> sessions = depot;
            assertThat(ouvrirDeux(sessions))
                    .hasSize(2)
                    .allSatisfy(
                            session -> assertThat(session.getAttributeNames()).contains("premier", "second"));
        }
    }

    /** Relues ensemble, après que leurs attributs se sont écrits tour à tour. */
    private static <S extends Session> Collection<S> ouvrirDeux(FindByIndexNameSessionRepository<S> depot) {
        var sessions = List.of(depot.createSession(), depot.createSession());
        for (var session : sessions) {
            session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, "claire");
        }
        for (var attribut : List.of("premier", "second")) {
            for (var session : sessions) {
                session.setAttribute(attribut, "valeur");
                depot.save(session);
            }
        }
        return depot.findByPrincipalName("claire").values();
    }
}
