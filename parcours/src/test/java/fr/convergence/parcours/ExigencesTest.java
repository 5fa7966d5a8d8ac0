package fr.convergence.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Chaque exigence a ses essais ; la documentation les liste. */
final class ExigencesTest {

    private static final Path PAGE = Path.of("../documentation/engendre/exigences.md");

    @Test
    void chaque_exigence_a_au_moins_un_essai() {
        assertThat(sansEssai(Exigence.toutes(), Essai.tous())).isEmpty();
    }

    @Test
    void une_exigence_sans_essai_est_vue() {
        var inventee = new Exigence("ACC-99", "une exigence inventée");
        assertThat(sansEssai(List.of(inventee), Essai.tous())).containsExactly("ACC-99");
        assertThat(new TableauDesExigences(List.of(inventee), List.of()).page()).contains("aucun essai");
    }

    @Test
    void une_etiquette_hors_de_la_liste_parait_a_la_fin() {
        var essai = new Essai("parcours", "UnParcours", "un_essai", Set.of("ACC-99"));
        assertThat(new TableauDesExigences(List.of(), List.of(essai)).page())
                .contains("## ACC-99 · " + TableauDesExigences.AU_DELA, "`UnParcours.un_essai`");
    }

    @Test
    void la_documentation_liste_les_essais_de_chaque_exigence() throws IOException {
        var page = new TableauDesExigences(Exigence.toutes(), Essai.tous()).page();
        var ancienne = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        if (System.getenv("CI") != null) {
            assertThat(ancienne)
                    .as("%s n'est plus à jour : lancez ./verifier et versionnez-la", PAGE.getFileName())
                    .isEqualTo(page);
        } else if (!ancienne.equals(page)) {
            Files.writeString(PAGE, page);
        }
    }

    private static List<String> sansEssai(List<Exigence> exigences, List<Essai> essais) {
        Set<String> montrees =
                essais.stream().flatMap(essai -> essai.exigences().stream()).collect(Collectors.toSet());
        return exigences.stream()
                .map(Exigence::numero)
                .filter(numero -> !montrees.contains(numero))
                .toList();
    }
}
