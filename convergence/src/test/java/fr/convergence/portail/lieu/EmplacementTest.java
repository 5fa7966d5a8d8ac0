package fr.convergence.portail.lieu;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.socle.identifiant.Finess;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;

@Tag("FRM-2")
final class EmplacementTest {

    @Property(tries = 1_000)
    void relire_une_cle_rend_l_emplacement(@ForAll("emplacements") Emplacement emplacement) {
        assertThat(Emplacement.lire(emplacement.cle())).isEqualTo(emplacement);
    }

    @Property(tries = 1_000)
    void deux_emplacements_n_ont_pas_la_meme_cle(
            @ForAll("emplacements") Emplacement un, @ForAll("emplacements") Emplacement autre) {
        assertThat(un.cle().equals(autre.cle())).isEqualTo(un.equals(autre));
    }

    @Property(tries = 1_000)
    void un_texte_quelconque_se_lit_sans_echec_et_s_ecrit_pareil(@ForAll String texte) {
        assertThat(Emplacement.lire(texte).cle()).isEqualTo(texte);
    }

    @Example
    void ce_qui_ne_nomme_pas_une_entite_n_en_est_pas_une() {
        assertThat(Emplacement.lire("750712185/couverture").lot()).isEmpty();
        assertThat(Emplacement.lire("75 071 218 4/couverture").lot()).isEmpty();
        assertThat(Emplacement.lire("750712184/couverture").lot()).contains(new Finess("750712184"));
    }

    @Provide
    Arbitrary<Emplacement> emplacements() {
        var questions = Arbitraries.strings()
                .withChars("abz09_")
                .ofMinLength(1)
                .ofMaxLength(6)
                .map("q"::concat);
        var sansLot = questions.map(Emplacement::de);
        var dansUnLot = Combinators.combine(finess(), questions).as(Emplacement::dans);
        return Arbitraries.oneOf(sansLot, dansUnLot);
    }

    private static Arbitrary<Finess> finess() {
        return Arbitraries.integers().between(1_000_000, 99_999_999).map(numero -> {
            var debut = "%08d".formatted(numero);
            return IntStream.range(0, 10)
                    .mapToObj(cle -> Finess.lire(debut + cle).siLue())
                    .flatMap(java.util.Optional::stream)
                    .findFirst()
                    .orElseThrow();
        });
    }
}
