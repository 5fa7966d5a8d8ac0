package fr.convergence.mesures.charge;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.mesures.pannes.LigneDuBilan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Les épreuves en petit, contre le jar de production : ce qui est acquitté survit à la mort de chaque processus. */
@Tag("pannes")
@EnabledOnOs(value = OS.LINUX, disabledReason = "PostgreSQL se relève par pg_ctl, comme sur un serveur")
final class PannesTest {

    /** Un serveur qui ne vit que quelques secondes n'a que faire du second compilateur. */
    private static final String JVM = "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    @Test
    void rien_d_acquitte_ne_se_perd_ni_ne_se_double(@TempDir Path travail) throws Exception {
        var rapport = Mesurer.executer(OptionsDuBanc.lire(
                "--rapide", "--parties=pannes", "--jvm=" + JVM, "--jar=" + jar(), "--travail=" + travail));

        // Les durées dépendent de la machine : elles se lisent dans le rapport.
        assertThat(rapport.constats().stream().filter(constat -> !constat.selonLaMachine()))
                .as(rapport.texte())
                .extracting(LigneDuBilan::exigence)
                .containsExactly("1", "2", "2", "3", "3", "4", "5", "8", "9", "9", "10", "10");
        assertThat(rapport.constats().stream().filter(constat -> !constat.selonLaMachine()))
                .as(rapport.texte())
                .allMatch(LigneDuBilan::tenu);
    }

    private static Path jar() throws IOException {
        try (var jars = Files.newDirectoryStream(Path.of("..", "convergence", "target"), "convergence-*-app.jar")) {
            return jars.iterator().next();
        }
    }
}
