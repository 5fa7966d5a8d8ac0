package fr.convergence.mesures.migration;

import fr.convergence.socle.base.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Joue des migrations sur une table d'un million de lignes, ou moins, pendant que quatre écrivains la changent, et dit la plus longue attente de chacun : aucune ne doit passer la demi-seconde.
 */
public final class MesureDesMigrations {

    /** Ce que {@code Mesurer} doit faire dans ce processus. */
    public static final String ORDRE = "migrations";

    private static final int ECRIVAINS = 4;

    private final DataSource source;
    private final Path dossier;
    private int version;

    private MesureDesMigrations(DataSource source, Path dossier) {
        this.source = source;
        this.dossier = dossier;
    }

    /** @param arguments le nombre de lignes de la table */
    public static void mesurer(List<String> arguments) throws Exception {
        var lignes = Integer.parseInt(arguments.getFirst());
        try (var serveur = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            var mesure =
                    new MesureDesMigrations(serveur.getPostgresDatabase(), Files.createTempDirectory("migrations"));
            mesure.peupler(lignes);
            mesure.migrer("index ordinaire, ce que l'essai refuse", "create index ordinaire on essai (nom);", "");
            mesure.migrer("index « concurrently »", """
                    set lock_timeout = '10min';
                    drop index concurrently if exists concurrent;
                    create index concurrently concurrent on essai (nom);
                    """, "executeInTransaction=false\n");
            mesure.migrer("colonne ajoutée", "alter table essai add column relance int not null default 0;", "");
            mesure.derriereUneTransactionLongue();
        }
    }

    private void peupler(int lignes) throws IOException {
        jouer("create table essai (id int primary key, nom text not null, le timestamptz not null);", "");
        JdbcClient.create(source)
                .sql("insert into essai select n, md5(n::text), now() from generate_series(0, ? - 1) n")
                .param(lignes)
                .update();
        System.out.printf("- Migrations sur une table de %d lignes, quatre écrivains :%n", lignes);
    }

    /** La migration n'obtient son verrou qu'une fois finie une transaction de trois secondes, et n'arrête personne d'ici là. */
    private void derriereUneTransactionLongue() throws Exception {
        try (var longue = source.getConnection();
                var fil = Executors.newSingleThreadExecutor()) {
            longue.setAutoCommit(false);
            longue.createStatement().execute("select count(*) from essai where id < 10");
            var fin = fil.submit(() -> {
                Thread.sleep(Duration.ofSeconds(3));
                longue.commit();
                return null;
            });
            migrer(
                    "colonne ajoutée pendant une lecture de trois secondes",
                    "alter table essai add column motif text;",
                    "");
            fin.get();
        }
    }

    private void migrer(String nom, String sql, String reglages)
            throws IOException, InterruptedException, ExecutionException {
        var arret = new AtomicBoolean();
        try (var fils = Executors.newFixedThreadPool(ECRIVAINS)) {
            var attentes = new ArrayList<Future<List<Long>>>();
            for (var i = 0; i < ECRIVAINS; i++) {
                var rang = i;
                attentes.add(fils.submit(() -> ecrire(rang, arret)));
            }
            Thread.sleep(Duration.ofSeconds(1)); // les écrivains sont lancés
            var debut = System.nanoTime();
            jouer(sql, reglages);
            var duree = System.nanoTime() - debut;
            arret.set(true);
            var toutes = new ArrayList<Long>();
            for (var attente : attentes) {
                toutes.addAll(attente.get());
            }
            toutes.sort(null);
            System.out.printf(
                    "  - %s : jouée en %.1f s ; %d écritures, médiane %.1f ms, la plus longue %.0f ms%n",
                    nom, duree / 1e9, toutes.size(), toutes.get(toutes.size() / 2) / 1e6, toutes.getLast() / 1e6);
        }
    }

    private void jouer(String sql, String reglages) throws IOException {
        version++;
        Files.writeString(dossier.resolve("V" + version + "__mesure.sql"), sql);
        Files.writeString(dossier.resolve("V" + version + "__mesure.sql.conf"), reglages);
        try (var verrous = Migrations.class.getResourceAsStream("/db/socle/beforeEachMigrate__verrous.sql")) {
            Files.write(dossier.resolve("beforeEachMigrate__verrous.sql"), verrous.readAllBytes());
        }
        Migrations.jouer(Migrations.reglees(source, "postgres", "filesystem:" + dossier));
    }

    /** Une écriture après l'autre, jusqu'à l'arrêt ; rend la durée de chacune. */
    private List<Long> ecrire(int rang, AtomicBoolean arret) throws SQLException {
        var durees = new ArrayList<Long>();
        try (var connexion = source.getConnection();
                var ordre = connexion.prepareStatement("update essai set nom = md5(nom), le = now() where id = ?")) {
            for (var n = rang; !arret.get(); n = (n + 7919 * ECRIVAINS) % 100_000) {
                ordre.setInt(1, n);
                var debut = System.nanoTime();
                ordre.executeUpdate();
                durees.add(System.nanoTime() - debut);
            }
        }
        return durees;
    }
}
