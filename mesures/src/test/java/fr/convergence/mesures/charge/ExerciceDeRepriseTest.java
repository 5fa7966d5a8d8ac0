package fr.convergence.mesures.charge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** La sauvegarde, la reprise à un instant choisi et le passage à S3, tels qu'exploitation.md les dit. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "l'archive se fait par cp et test")
final class ExerciceDeRepriseTest {

    @Test
    void tout_revient_tel_qu_il_etait_a_l_instant_choisi(@TempDir Path travail) throws Exception {
        var constat = ExerciceDeReprise.mener(travail);

        assertThat(constat.avant().get("dossier")).startsWith("8 ");
        assertThat(constat.avant().get("courriel")).doesNotStartWith("0 ");
        assertThat(constat.apres()).isEqualTo(constat.avant());
        assertThat(constat.fichiers()).isPositive();
        assertThat(constat.differents()).isEmpty();
        assertThat(constat.bascule()).as("du dossier restauré à S3").isZero();
        assertThat(constat.journal()).as("relu sur S3").isEmpty();
    }
}
