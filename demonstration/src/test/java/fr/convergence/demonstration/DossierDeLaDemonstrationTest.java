package fr.convergence.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.convergence.socle.base.DemarrageImpossible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DossierDeLaDemonstrationTest {

    @TempDir
    Path racine;

    @Test
    void un_dossier_tenu_est_refuse_puis_rendu() throws IOException {
        try (var _ = DossierDeLaDemonstration.prendre(racine)) {
            assertThatThrownBy(() -> DossierDeLaDemonstration.prendre(racine))
                    .isInstanceOf(DemarrageImpossible.class)
                    .hasMessageContaining("Une autre démonstration emploie déjà le dossier " + racine)
                    .hasMessageContaining("--donnees=");
        }
        DossierDeLaDemonstration.prendre(racine).close();
    }

    @Test
    void un_dossier_cree_n_est_lisible_que_de_son_proprietaire() throws IOException {
        try (var _ = DossierDeLaDemonstration.prendre(racine.resolve("neuf"))) {
            assertThat(Files.getPosixFilePermissions(racine.resolve("neuf"))).hasSize(3);
        }
    }

    @Test
    void un_chemin_impossible_est_dit() throws IOException {
        var fichier = Files.createFile(racine.resolve("fichier"));

        assertThatThrownBy(() -> DossierDeLaDemonstration.prendre(fichier.resolve("dedans")))
                .isInstanceOf(DemarrageImpossible.class)
                .hasMessageContaining("--donnees=");
    }
}
