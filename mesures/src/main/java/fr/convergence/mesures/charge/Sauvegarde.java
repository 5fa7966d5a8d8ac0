package fr.convergence.mesures.charge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Une sauvegarde physique de la base en marche et l'archive de ses journaux, par les seuls ordres de PostgreSQL (« Making a Base
 * Backup Using the Low Level API ») : ce que pg_basebackup fait, sans lui.
 */
final class Sauvegarde {

    /** Ce qu'une sauvegarde n'emporte pas : le serveur en marche, ses journaux, qui viennent de l'archive. */
    private static final Set<String> LAISSES =
            Set.of("postmaster.pid", "postmaster.opts", "pg_wal", "pg_replslot", "pg_stat_tmp", "epg-lock");

    private final Base base;
    private final Path archive;
    private final Path copie;

    Sauvegarde(Base base, Path dossier) throws IOException {
        this.base = base;
        this.archive = Files.createDirectories(dossier.resolve("archive"));
        this.copie = dossier.resolve("copie");
        base.sql()
                .sql("alter system set archive_command = 'test ! -f \"%1$s/%%f\" && cp \"%%p\" \"%1$s/%%f\"'"
                        .formatted(archive))
                .update();
        base.sql().sql("select pg_reload_conf()").query().singleRow();
    }

    /** Copie la base pendant qu'elle sert. */
    void copier() throws IOException, SQLException {
        try (var connexion = base.source().getConnection()) { // la même, du début à la fin
            lire(connexion, "select pg_backup_start('sauvegarde', true)::text");
            copier(base.donnees(), copie, LAISSES);
            Files.createDirectories(copie.resolve("pg_wal"), droits());
            Files.createDirectories(copie.resolve("pg_replslot"), droits());
            Files.createDirectories(copie.resolve("pg_stat_tmp"), droits());
            Files.writeString(
                    copie.resolve("backup_label"), lire(connexion, "select labelfile from pg_backup_stop(true)"));
        }
    }

    /** Attend que tout ce qui est écrit soit à l'archive. */
    void archiver() {
        var journal = base.sql()
                .sql("select pg_walfile_name(pg_switch_wal())")
                .query(String.class)
                .single();
        while (!Files.exists(archive.resolve(journal))) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** Remet la base dans ce dossier, prête à rejouer l'archive jusqu'à cet instant quand elle démarrera. */
    void restaurer(Path dossier, String instant) throws IOException {
        var restauree = dossier.resolve("base");
        copier(copie, restauree, Set.of());
        Files.writeString(restauree.resolve("postgresql.auto.conf"), """
                restore_command = 'cp "%s/%%f" "%%p"'
                recovery_target_time = '%s'
                recovery_target_action = 'promote'
                """.formatted(archive, instant));
        Files.createFile(restauree.resolve("recovery.signal"));
    }

    static void copier(Path de, Path vers, Set<String> sauf) throws IOException {
        Files.createDirectories(vers.getParent());
        try (var tout = Files.walk(de)) {
            for (var chemin : (Iterable<Path>) tout::iterator) {
                var relatif = de.relativize(chemin);
                if (sauf.contains(relatif.getName(0).toString())) {
                    continue;
                }
                if (Files.isDirectory(chemin)) {
                    Files.createDirectories(vers.resolve(relatif), droits());
                } else {
                    copierUnFichier(chemin, vers.resolve(relatif));
                }
            }
        }
    }

    /** Un fichier que la base efface pendant la copie n'y manque pas : les journaux disent qu'il n'est plus. */
    private static void copierUnFichier(Path de, Path vers) throws IOException {
        try {
            Files.copy(de, vers);
        } catch (NoSuchFileException _) {
            Files.deleteIfExists(vers);
        }
    }

    private static FileAttribute<?> droits() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    }

    private static String lire(Connection connexion, String sql) throws SQLException {
        try (var ligne = connexion.createStatement().executeQuery(sql)) {
            ligne.next();
            return ligne.getString(1);
        }
    }
}
