package fr.convergence.demonstration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Le serveur qu'une démonstration tuée laisse derrière elle. */
final class PostgresqlOrphelin {

    private static final int SECONDES = 10;

    private PostgresqlOrphelin() {}

    /**
     * Arrête le serveur qui tient encore ce dossier, ou efface un {@code postmaster.pid} périmé dont le numéro appartient
     * maintenant à un autre programme : PostgreSQL refuserait alors de démarrer.
     */
    static void arreter(Path cluster) throws IOException {
        var temoin = cluster.resolve("postmaster.pid");
        if (!Files.exists(temoin)) {
            return;
        }
        var lignes = Files.readAllLines(temoin);
        var numero = lignes.isEmpty() ? "" : lignes.getFirst().strip();
        var processus = numero.matches("\\d{1,10}")
                ? ProcessHandle.of(Long.parseLong(numero)).filter(PostgresqlOrphelin::estPostgresql)
                : Optional.<ProcessHandle>empty();
        if (processus.isPresent()) {
            arreter(processus.get());
        }
        Files.deleteIfExists(temoin);
    }

    private static boolean estPostgresql(ProcessHandle processus) {
        return processus
                .info()
                .command()
                .map(c -> c.matches(".*[/\\\\]postgres(\\.exe)?"))
                .orElse(false);
    }

    private static void arreter(ProcessHandle processus) {
        processus.destroy();
        if (!termine(processus)) {
            processus.destroyForcibly(); // le journal de PostgreSQL rejouera ce qui était acquis
            termine(processus);
        }
    }

    private static boolean termine(ProcessHandle processus) {
        try {
            processus.onExit().get(SECONDES, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
