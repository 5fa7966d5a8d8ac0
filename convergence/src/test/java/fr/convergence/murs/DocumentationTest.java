package fr.convergence.murs;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Une page engendrée qui n'est plus à jour arrête l'intégration continue, et dit quoi faire. */
final class DocumentationTest {

    @Test
    void une_page_perimee_est_refusee() {
        assertThatThrownBy(() -> Documentation.exiger("schema.md", "# Hier\n", "# Aujourd'hui\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("schema.md n'est plus à jour : lancez ./verifier et versionnez-la");
        assertThatCode(() -> Documentation.exiger("schema.md", "# Hier\n", "# Hier\n"))
                .doesNotThrowAnyException();
    }
}
