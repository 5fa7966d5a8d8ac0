package fr.convergence.socle.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Une migration n'arrête pas les écritures : elle renonce au verrou qu'elle n'obtient pas, et recommence. */
@ExtendWith(BaseDeTest.class)
final class MigrationsTest {

    private static final String INDEX = """
            set lock_timeout = '10min';
            drop index concurrently if exists essai_par_texte;
            create index concurrently essai_par_texte on essai (texte);
            """;

    @TempDir
    private Path dossier;

    private final DataSource source;
    private final JdbcClient base;

    MigrationsTest(DataSource source) {
        this.source = BaseDeTest.sansFrein(source);
        this.base = JdbcClient.create(this.source);
        base.sql("drop table if exists essai").update();
        base.sql("drop table if exists flyway_essai").update();
        base.sql("create table essai (id int primary key, texte text)").update();
        base.sql("insert into essai select n, n::text from generate_series(1, 1000) n")
                .update();
    }

    @Test
    void un_verrou_tenu_ailleurs_se_rend_puis_s_obtient() throws Exception {
        migration("V1__colonne.sql", "alter table essai add column ajoutee int;");

        CompletableFuture<Void> migration;
        try (var autre = source.getConnection()) {
            autre.setAutoCommit(false);
            autre.createStatement().execute("update essai set texte = 'tenu' where id = 1");
            assertThatThrownBy(() -> flyway().migrate())
                    .isInstanceOf(FlywayException.class)
                    .hasMessageContaining("lock timeout");
            migration = CompletableFuture.runAsync(() -> Migrations.jouer(flyway()));
            autre.commit();
        }
        migration.get(30, TimeUnit.SECONDS);

        assertThat(base.sql("select count(ajoutee) from essai")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void un_index_concurrent_se_construit_pendant_qu_on_ecrit_et_attend_qui_lit() throws Exception {
        migration("V1__index.sql", INDEX);
        migration("V1__index.sql.conf", "executeInTransaction=false");

        CompletableFuture<Void> migration;
        try (var autre = source.getConnection()) {
            autre.setAutoCommit(false);
            autre.createStatement().execute("update essai set texte = 'tenu' where id = 1");
            migration = CompletableFuture.runAsync(() -> Migrations.jouer(flyway()));
            attendreLaConstruction();
            base.sql("insert into essai values (1001, 'pendant')")
                    .update(); // passe : la construction n'arrête personne
            assertThat(migration).isNotDone();
            autre.commit();
        }
        migration.get(30, TimeUnit.SECONDS);

        assertThat(valide("essai_par_texte")).isTrue();
    }

    @Test
    void un_index_laisse_a_moitie_par_un_echec_est_refait() throws Exception {
        migration("V1__index.sql", INDEX);
        migration("V1__index.sql.conf", "executeInTransaction=false");
        base.sql("create index essai_par_texte on essai (texte)").update();
        base.sql("update pg_index set indisvalid = false where indexrelid = 'essai_par_texte'::regclass")
                .update();

        Migrations.jouer(flyway());

        assertThat(valide("essai_par_texte")).isTrue();
    }

    private void attendreLaConstruction() {
        await().until(() -> base.sql("select count(*) > 0 from pg_stat_progress_create_index")
                .query(Boolean.class)
                .single());
    }

    private boolean valide(String index) {
        return base.sql("select indisvalid from pg_index where indexrelid = ?::regclass")
                .param(index)
                .query(Boolean.class)
                .single();
    }

    private Flyway flyway() {
        var reglages = Migrations.reglees(source, "postgres", "filesystem:" + dossier);
        return Flyway.configure()
                .configuration(reglages.getConfiguration())
                .table("flyway_essai")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
    }

    private void migration(String nom, String texte) throws Exception {
        Files.writeString(dossier.resolve(nom), texte);
        Files.copy(
                Path.of("src/main/resources/db/socle/beforeEachMigrate__verrous.sql"),
                dossier.resolve("beforeEachMigrate__verrous.sql"),
                StandardCopyOption.REPLACE_EXISTING);
    }
}
