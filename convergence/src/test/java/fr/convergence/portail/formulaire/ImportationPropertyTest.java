package fr.convergence.portail.formulaire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.definition.Importation;
import fr.convergence.portail.guichet.DefinitionLivree;
import fr.convergence.portail.guichet.Guichets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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

    @Property(tries = 400)
    void un_formulaire_abime_ne_fait_pas_echouer(@ForAll long graine) {
        var hasard = new Random(graine);
        var texte = abimer(TEXTES.get(hasard.nextInt(TEXTES.size())), hasard);
        bref(() -> FORMULAIRES.importer("f.yaml", texte));
    }

    @Property(tries = 200)
    void un_guichet_abime_ne_fait_pas_echouer(@ForAll long graine) {
        var texte = abimer(DefinitionLivree.guichets().getFirst().texte(), new Random(graine));
        bref(() -> GUICHETS.importer("g.yaml", texte, LocalDate.EPOCH));
    }

    @Property(tries = 500)
    void un_texte_quelconque_ne_fait_pas_echouer(@ForAll String texte) {
        assertThat(bref(() -> FORMULAIRES.importer("f.yaml", texte)).defauts()).isNotEmpty();
    }

    private static <T> Importation<T> bref(java.util.function.Supplier<Importation<T>> import_) {
        var debut = System.nanoTime();
        var resultat = import_.get();
        // Large : la machine d'essai est partagée. Un import ordinaire prend quelques dizaines de millisecondes.
        Assertions.assertThat(Duration.ofNanos(System.nanoTime() - debut)).isLessThan(Duration.ofSeconds(10));
        return resultat;
    }

    private static String abimer(String texte, Random hasard) {
        var abime = new StringBuilder(texte);
        for (var i = 1 + hasard.nextInt(6); i > 0; i--) {
            var ou = hasard.nextInt(abime.length());
            switch (hasard.nextInt(3)) {
                case 0 -> abime.insert(ou, MORCEAUX.get(hasard.nextInt(MORCEAUX.size())));
                case 1 -> abime.delete(ou, Math.min(abime.length(), ou + 1 + hasard.nextInt(20)));
                default -> {
                    var fin = Math.min(abime.length(), ou + hasard.nextInt(80));
                    abime.insert(hasard.nextInt(abime.length()), abime.substring(ou, fin));
                }
            }
        }
        return abime.toString();
    }
}
