package fr.convergence.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LoggingSystem;

final class BaseEmbarqueeTest {

    @TempDir
    Path racine;

    @BeforeAll
    static void faireTaireLesJournaux() {
        LoggingSystem.get(BaseEmbarqueeTest.class.getClassLoader()).beforeInitialize();
    }

    @Test
    void elle_reprend_une_creation_coupee_et_garde_tout_apres_une_coupure() throws Exception {
        creationCoupee();
        try (var dossier = DossierDeLaDemonstration.prendre(racine)) {
            try (var base = BaseEmbarquee.ouvrir(dossier)) {
                assertThat(demander(base, "show fsync")).isEqualTo("on");
                assertThat(demander(base, "show synchronous_commit")).isEqualTo("on");
                assertThat(demander(base, "show server_encoding")).isEqualTo("UTF8");
                assertThat(demander(base, "select upper('é')")).isEqualTo("É");
                assertThat(demander(base, "select rolsuper::text from pg_roles where rolname = current_user"))
                        .isEqualTo("false");
                executer(base, "create table essai as select 1 as n");
                var postmaster = postmaster();
                postmaster.destroyForcibly();
                postmaster.onExit().join();
            }

            Files.write(temoin(), List.of(String.valueOf(ProcessHandle.current().pid()), "numéro repris par un autre"));
            try (var base = BaseEmbarquee.ouvrir(dossier)) {
                assertThat(demander(base, "select n from essai")).isEqualTo("1");
            }
        }
        assertThat(racine.resolve("postgresql/binaires/PG-coupe")).doesNotExist();
    }

    private void creationCoupee() throws IOException {
        Files.createDirectories(racine.resolve("postgresql/binaires/PG-coupe/bin"));
        Files.createDirectories(racine.resolve("postgresql/base"));
        Files.writeString(racine.resolve("postgresql/base/postgresql.conf"), "coupé");
    }

    private ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(temoin()).getFirst().strip()))
                .orElseThrow();
    }

    private Path temoin() {
        return racine.resolve("postgresql/base/postmaster.pid");
    }

    private static String demander(BaseEmbarquee base, String requete) throws SQLException {
        var acces = base.acces().proprietaire();
        try (var connexion = DriverManager.getConnection(acces.adresse(), acces.utilisateur(), acces.motDePasse());
                var lignes = connexion.createStatement().executeQuery(requete)) {
            assertThat(lignes.next()).isTrue();
            return lignes.getString(1);
        }
    }

    private static void executer(BaseEmbarquee base, String ordre) throws SQLException {
        var acces = base.acces().proprietaire();
        try (var connexion = DriverManager.getConnection(acces.adresse(), acces.utilisateur(), acces.motDePasse())) {
            connexion.createStatement().execute(ordre);
        }
    }
}
