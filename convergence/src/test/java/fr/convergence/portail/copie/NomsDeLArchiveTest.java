package fr.convergence.portail.copie;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Tag;

/** Deux pièces du même nom sont deux fichiers (DOS-10). */
@Tag("DOS-10")
final class NomsDeLArchiveTest {

    @Property
    void aucun_chemin_ne_revient_meme_en_majuscules(
            @ForAll @Size(max = 40) List<@StringLength(min = 1, max = 4) String> noms) {
        var archive = new NomsDeLArchive();

        assertThat(noms.stream()
                        .map(nom -> archive.libre("1-candidature/rib/", nom).toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates();
    }

    @org.junit.jupiter.api.Test
    void le_numero_precede_l_extension() {
        var archive = new NomsDeLArchive();

        assertThat(List.of("rib.pdf", "RIB.pdf", "rib (2).pdf", "sans extension", "sans extension", ".cache", ".cache"))
                .extracting(nom -> archive.libre("d/", nom))
                .containsExactly(
                        "d/rib.pdf",
                        "d/RIB (2).pdf",
                        "d/rib (2) (2).pdf",
                        "d/sans extension",
                        "d/sans extension (2)",
                        "d/.cache",
                        "d/.cache (2)");
    }
}
