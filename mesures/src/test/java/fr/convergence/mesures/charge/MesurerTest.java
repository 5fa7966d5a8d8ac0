package fr.convergence.mesures.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Le banc de mesure lui-même : chaque geste s'y mène, contre un vrai serveur, et y vérifie sa réponse. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "le temps processeur se lit dans /proc")
final class MesurerTest {

    @Test
    void chaque_geste_se_mesure(@TempDir Path travail) throws Exception {
        var rapport = Mesurer.executer(OptionsDuBanc.lire(
                "--rapide",
                "--parties=plancher,pages,envois,tas,courriels,pointe,demarrage",
                "--pointe=1",
                "--travail=" + travail));

        assertThat(rapport.mesures())
                .hasSize(28)
                .allSatisfy(mesure -> assertThat(mesure.requetes()).isPositive());
        assertThat(rapport.texte()).contains("| transmission | 10000 | 4 |", "nu, liste", "lecteur nu", "Tas retenu");
        assertThat(rapport.texte()).contains("0 en double", "Démarrage, schéma en place, jar tel quel");
        assertThat(rapport.texte().lines().filter(ligne -> ligne.startsWith("- Pointe, ")))
                .hasSize(8)
                .allMatch(ligne -> ligne.contains(" ; 0 erreurs"));
    }

    @Test
    void une_partie_inconnue_est_dite() {
        assertThatThrownBy(() -> OptionsDuBanc.lire("--parties=pages,registres"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Partie inconnue : registres");
    }

    @Test
    void une_page_d_erreur_ne_se_mesure_pas() {
        var refus = new ReponseDuServeur(403, Map.of(), "Accès refusé".getBytes());

        assertThatThrownBy(() -> refus.attendue(200, "formulaire"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("formulaire", "403");
    }
}
