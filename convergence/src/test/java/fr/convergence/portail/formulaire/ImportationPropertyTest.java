package fr.convergence.portail.formulaire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.definition.Importation;
import fr.convergence.portail.guichet.DefinitionLivree;
import fr.convergence.portail.guichet.Guichets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.Assertions;

/** Quel que soit le fichier : une définition ou des défauts, jamais une exception, jamais longtemps. */
final class ImportationPropertyTest {

    private static final Formulaires FORMULAIRES = Formulaires.standard();
    private static final Guichets GUICHETS = new Guichets(_ -> Optional.empty());
    private static final List<String> TEXTES =
            DefinitionLivree.formulaires().stream().map(DefinitionLivree::texte).toList();
    private static final List<String> MORCEAUX = List.of(
            "&a ",
            "*a",
            "!!int ",
            "<<: ",
            "[",
            "]",
            "{",
            "}",
            "- ",
            ": ",
            "\t",
            "\n",
            "\"",
            "'",
            "|",
            ">-",
            "#",
            "%YAML",
            "---\n",
            "...\n",
            "\\u0000",
            "\\x",
            "\u0000",
            "\ud800",
            "\ufeff",
            "true",
            "null",
            "~",
            "0x1F",
            "1e400",
            "@",
            "`",
            "si: x",
            "type: choix",
            "?",
            "99999999999999999999");

    /** Ce que l'on fait à un fichier : y glisser un morceau, en ôter un bout, en recopier un ailleurs. */
    private sealed interface Coup {

        void porter(StringBuilder texte);

        record Glisser(int ou, String morceau) implements Coup {
            @Override
            public void porter(StringBuilder texte) {
                texte.insert(ou % (texte.length() + 1), morceau);
            }
        }

        record Oter(int ou, int combien) implements Coup {
            @Override
            public void porter(StringBuilder texte) {
                var debut = ou % (texte.length() + 1);
                texte.delete(debut, Math.min(texte.length(), debut + combien));
            }
        }

        record Recopier(int ou, int combien, int vers) implements Coup {
            @Override
            public void porter(StringBuilder texte) {
                var debut = ou % (texte.length() + 1);
                var bout = texte.substring(debut, Math.min(texte.length(), debut + combien));
                texte.insert(vers % (texte.length() + 1), bout);
            }
        }
    }

    @Property(tries = 400)
    void un_formulaire_abime_ne_fait_pas_echouer(
            @ForAll("formulaires") String texte, @ForAll("coups") List<Coup> coups) {
        var abime = abimer(texte, coups);
        bref(() -> FORMULAIRES.importer("f.yaml", abime));
    }

    @Property(tries = 200)
    void un_guichet_abime_ne_fait_pas_echouer(@ForAll("coups") List<Coup> coups) {
        var abime = abimer(DefinitionLivree.guichets().getFirst().texte(), coups);
        bref(() -> GUICHETS.importer("g.yaml", abime, LocalDate.EPOCH));
    }

    @Property(tries = 500)
    void un_texte_quelconque_ne_fait_pas_echouer(@ForAll String texte) {
        assertThat(bref(() -> FORMULAIRES.importer("f.yaml", texte)).defauts()).isNotEmpty();
    }

    private static <T> Importation<T> bref(Supplier<Importation<T>> lecture) {
        var debut = System.nanoTime();
        var resultat = lecture.get();
        // Large : la machine d'essai est partagée. Un import ordinaire prend quelques dizaines de millisecondes.
        Assertions.assertThat(Duration.ofNanos(System.nanoTime() - debut)).isLessThan(Duration.ofSeconds(10));
        return resultat;
    }

    private static String abimer(String texte, List<Coup> coups) {
        var abime = new StringBuilder(texte);
        coups.forEach(coup -> coup.porter(abime));
        return abime.toString();
    }

    @Provide
    Arbitrary<String> formulaires() {
        return Arbitraries.of(TEXTES);
    }

    @Provide
    Arbitrary<List<Coup>> coups() {
        var places = Arbitraries.integers().between(0, 20_000);
        var coup = Arbitraries.<Coup>oneOf(
                Combinators.combine(places, Arbitraries.of(MORCEAUX)).as(Coup.Glisser::new),
                Combinators.combine(places, Arbitraries.integers().between(1, 20))
                        .as(Coup.Oter::new),
                Combinators.combine(places, Arbitraries.integers().between(1, 80), places)
                        .as(Coup.Recopier::new));
        return coup.list().ofMinSize(1).ofMaxSize(6);
    }
}
