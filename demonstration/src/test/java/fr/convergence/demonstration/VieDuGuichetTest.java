package fr.convergence.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Les guichets d'exemple, tels que les trouve qui démarre la démonstration pour la première fois. */
final class VieDuGuichetTest {

    private static final int PATIENCE_S = 400;

    @TempDir
    Path donnees;

    @Test
    @Timeout(600)
    void les_guichets_vivent_des_le_premier_demarrage_et_une_seule_fois() throws Exception {
        try (var base = EmbeddedPostgres.builder().start()) {
            var sql = JdbcClient.create(base.getPostgresDatabase());
            sql.sql("create role application login").update();
            demarrer(base, "Les dossiers d’exemple sont déposés.").destroy();

            assertThat(statuts(sql))
                    .containsOnlyKeys("BROUILLON", "EN_VERIFICATION", "A_MODIFIER", "ACCEPTEE", "REFUSEE");
            assertThat(compter(sql, "select count(*) from dossier")).isEqualTo(32);
            assertThat(compter(sql, "select count(*) from piece")).isGreaterThan(60);
            assertThat(compter(sql, "select count(*) from saisie_edition")).isEqualTo(34);
            assertThat(compter(sql, "select count(distinct candidat) from dossier"))
                    .isEqualTo(17);
            assertThat(compter(sql, "select count(*) from convention where etat = 'SIGNEE'"))
                    .isEqualTo(5);
            assertThat(declarations(sql))
                    .containsEntry("EN_VERIFICATION ANS", 1L)
                    .containsEntry("ACCEPTEE", 3L);
            assertThat(compter(sql, "select count(*) from paiement")).isEqualTo(3);
            assertThat(compter(sql, "select count(avance_le) from paiement")).isEqualTo(2);
            assertThat(compter(sql, "select count(solde_le) from paiement")).isEqualTo(1);
            assertThat(compter(sql, "select count(*) from convention where etat = 'ENVOYEE'"))
                    .isGreaterThan(3);
            assertThat(traces()).doesNotContain("non fait").doesNotContain("interrompus");

            assertThat(compter(sql, "select count(*) from paiement where plafond is null"))
                    .as("un dossier à payer a son plafond")
                    .isZero();

            couperEntreLAccordEtLePaiement(sql);
            demarrer(base, "Les dossiers d’exemple sont déposés.").destroy();
            assertThat(compter(sql, "select count(*) from dossier")).isEqualTo(32);
            assertThat(compter(sql, "select count(*) from paiement")).isEqualTo(3);
            assertThat(compter(sql, "select count(avance_le) from paiement")).isEqualTo(2);
            assertThat(traces()).doesNotContain("non fait").doesNotContain("interrompus");
        }
    }

    /** Comme si l’on avait éteint là : tout est accordé, l’un des paiements reste à noter, et aucun accord n’est noté fini. */
    private void couperEntreLAccordEtLePaiement(JdbcClient sql) throws Exception {
        assertThat(sql.sql("update paiement set etat = 'A_VERSER', avance_le = null where etat = 'AVANCE_VERSEE'")
                        .update())
                .isEqualTo(1);
        var avancement = donnees.resolve("exemples.properties");
        Files.write(
                avancement,
                Files.readAllLines(avancement).stream()
                        .filter(ligne -> !ligne.startsWith("accord."))
                        .toList());
    }

    private String traces() throws Exception {
        return Files.readString(donnees.resolve("journaux/convergence.log"));
    }

    private static long compter(JdbcClient sql, String ordre) {
        return sql.sql(ordre).query(Long.class).single();
    }

    private static Map<String, Long> statuts(JdbcClient sql) {
        var statuts = new HashMap<String, Long>();
        sql.sql("select etat, count(*) as combien from dossier_etape where code = 'candidature' group by 1")
                .query(ligne -> {
                    statuts.put(ligne.getString("etat"), ligne.getLong("combien"));
                });
        return statuts;
    }

    private static Map<String, Long> declarations(JdbcClient sql) {
        var declarations = new HashMap<String, Long>();
        sql.sql("""
                select trim(etat || ' ' || case etat when 'EN_VERIFICATION' then niveau else '' end) as etat, count(*) as combien
                from dossier_etape where code = 'declaration' group by 1
                """).query(ligne -> {
            declarations.put(ligne.getString("etat"), ligne.getLong("combien"));
        });
        return declarations;
    }

    private Process demarrer(EmbeddedPostgres base, String attendu) throws Exception {
        var commande = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Demonstration.class.getName(),
                "--donnees=" + donnees,
                "--port=0",
                "--port-courriel=0",
                "--port-smtp=0",
                "--port-isc=0"));
        var programme = new ProcessBuilder(commande).redirectErrorStream(true);
        programme
                .environment()
                .put("CONVERGENCE_DB_URL", "jdbc:postgresql://localhost:" + base.getPort() + "/postgres");
        programme.environment().put("CONVERGENCE_DB_USER", "application");
        programme.environment().put("CONVERGENCE_DB_OWNER", "postgres");
        var processus = programme.start();
        // Sans quoi la ligne attendue et jamais dite s'attendrait sans fin.
        processus.onExit().orTimeout(PATIENCE_S, TimeUnit.SECONDS).exceptionally(_ -> {
            processus.destroy();
            return processus;
        });
        var sortie = new BufferedReader(new InputStreamReader(processus.getInputStream(), StandardCharsets.UTF_8));
        var dit = new StringBuilder();
        for (var ligne = sortie.readLine(); ligne != null; ligne = sortie.readLine()) {
            dit.append(ligne).append('\n');
            if (ligne.startsWith(attendu)) {
                return processus;
            }
        }
        throw new AssertionError(dit.toString());
    }
}
