package fr.convergence.socle.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.base.BaseDeTest;
import fr.convergence.socle.journal.RechercheAuJournal.Criteres;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Une sorte d'objets, si rare soit-elle parmi les actes des dossiers, se lit sans relire le journal. */
@ExtendWith(BaseDeTest.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlanDuJournalTest {

    private static final int LIGNES = 51;

    private final SingleConnectionDataSource connexion;
    private final JdbcClient base;
    private final RechercheAuJournal recherche;

    PlanDuJournalTest(DataSource source) throws SQLException {
        this.connexion =
                new SingleConnectionDataSource(BaseDeTest.sansFrein(source).getConnection(), true);
        this.base = JdbcClient.create(connexion);
        this.recherche = new RechercheAuJournal(connexion);
    }

    @ParameterizedTest
    @CsvSource({"guichet, 20", "compte, 51", "dossier, 51", "modele, 0", "gui, 0"})
    void une_sorte_se_lit_sans_relire_le_journal(String sorte, int trouvees) {
        var avant = lues();
        for (var fois = 0; fois < 12; fois++) {
            var lignes = recherche.chercher(
                    new Criteres(
                            Optional.of(sorte),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()),
                    null,
                    LIGNES);
            assertThat(lignes).hasSize(trouvees);
        }

        assertThat(lues() - avant).isLessThan(12 * 20 * LIGNES);
    }

    /** Dans l'ordre de la table, ou dans celui d'un index. */
    private long lues() {
        base.sql("select pg_stat_force_next_flush()").query().singleRow();
        return base.sql("select seq_tup_read + idx_tup_fetch from pg_stat_user_tables where relname = 'journal'")
                .query(Long.class)
                .single();
    }

    @BeforeAll
    void engendrer() {
        base.sql("""
                insert into journal (id, chaine, rang, le, acteur, acte, detail, empreinte)
                select uuidv7(), case when n % 5 = 0 then 'compte/' || n % 1000 when n % 2500 = 1 then 'guichet/d1'
                                      else 'DOSSIER' || n end,
                       n, now() - n * interval '1 minute', ?, 'essai', '{}', '\\x00'
                from generate_series(1, 50000) n
                """).param(UUID.randomUUID().toString()).update();
        base.sql("vacuum analyze journal").update();
    }

    @AfterAll
    void fermer() {
        connexion.destroy();
    }
}
