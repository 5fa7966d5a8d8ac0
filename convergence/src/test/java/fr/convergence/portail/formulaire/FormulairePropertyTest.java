package fr.convergence.portail.formulaire;

import static org.assertj.core.api.Assertions.assertThat;

import fr.convergence.portail.question.Faits;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Saisie;
import fr.convergence.portail.question.Valeur;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;

/** Ce qui reste vrai quoi qu'on réponde. */
@Tag("DOS-5")
@Tag("FRM-3")
final class FormulairePropertyTest {

    private static final List<String> SAISIES = List.of(
            "",
            " ",
            "oui",
            "non",
            "on",
            "valide",
            "non_valide",
            "MADAME",
            "Martin",
            "claire@chu-exemple.fr",
            "claire",
            "06 12 34 56 78",
            "FR7630006000011234567890189",
            "BE68539007547034",
            "TRPUFRP1",
            "GEBABEBB",
            "34295",
            "\ud83d\ude00",
            UneCandidature.FICHIER,
            "'; drop table etape; --",
            "x".repeat(6_000));

    private static final List<String> CANDIDATS = List.of("GHT", "EJ_PRIVEE", "EJ_PUBLIQUE_HORS_GHT");

    /** Un formulaire, ce que quelqu'un y a répondu, ce que l'on sait de lui. */
    private record Tirage(Formulaire formulaire, Reponses reponses, Faits faits) {

        Evaluation evaluation() {
            return formulaire.evaluer(reponses, faits);
        }
    }

    @Property(tries = 300)
    void le_compte_est_juste(@ForAll("tirages") Tirage tirage) {
        var evaluation = tirage.evaluation();
        assertThat(evaluation.pourcentage()).isBetween(0, 100);
        assertThat(evaluation.repondues()).isBetween(0, evaluation.obligatoires());
        assertThat(evaluation.pourcentage() == 100)
                .isEqualTo(evaluation.restantes().isEmpty());
        assertThat(evaluation.obligatoires())
                .isEqualTo(evaluation
                        .questions()
                        .mapToInt(q -> q.question().compte(q.valeur()))
                        .sum());
        if (evaluation.transmissible()) {
            assertThat(evaluation.pourcentage()).isEqualTo(100);
        }
    }

    @Property(tries = 200)
    void evaluer_deux_fois_donne_la_meme_chose(@ForAll("tirages") Tirage tirage) {
        assertThat(tirage.evaluation()).isEqualTo(tirage.evaluation());
    }

    @Property(tries = 200)
    void ce_qui_est_cache_ne_compte_pas(@ForAll("tirages") Tirage tirage) {
        var evaluation = tirage.evaluation();
        var visibles = new HashMap<String, Reponse>(tirage.reponses().parQuestion());
        visibles.keySet().removeIf(id -> evaluation.question(id).isEmpty());
        assertThat(tirage.formulaire().evaluer(new Reponses(visibles), tirage.faits()))
                .isEqualTo(evaluation);
    }

    @Property(tries = 200)
    void les_reponses_font_l_aller_et_retour_en_json(@ForAll("tirages") Tirage tirage) {
        assertThat(Reponses.lire(tirage.reponses().json())).isEqualTo(tirage.reponses());
    }

    @Property(tries = 200)
    void une_valeur_d_une_autre_forme_ne_fait_pas_echouer(@ForAll("deformes") Tirage tirage) {
        var evaluation = tirage.evaluation();
        assertThat(evaluation.transmissible()).isFalse();
        evaluation.questions().forEach(QuestionEvaluee::lignes);
    }

    @Provide
    Arbitrary<Tirage> tirages() {
        return tirages(question ->
                saisie(question).optional(0.75).map(lue -> lue.stream().toList()));
    }

    /** Toutes les questions ont une réponse, d'une forme qui n'est pas forcément la sienne. */
    @Provide
    Arbitrary<Tirage> deformes() {
        var formes = List.<Valeur>of(
                Valeur.VIDE,
                new Valeur.Simple("x"),
                new Valeur.Liste(List.of("a", "b")),
                new Valeur.Bloc(Map.of("nom", new Valeur.Liste(List.of("c")))));
        return tirages(_ -> Arbitraries.of(formes).map(List::of));
    }

    /** @param reponse ce que l'on peut répondre à chaque question ; une valeur au plus */
    private static Arbitrary<Tirage> tirages(Function<Question, Arbitrary<List<Valeur>>> reponse) {
        return Arbitraries.of(UneCandidature.D1, UneCandidature.D2).flatMap(formulaire -> {
            var questions = formulaire.definition().questions().toList();
            var valeurs = Combinators.combine(questions.stream().map(reponse).toList())
                    .as(tirees -> reponses(questions, tirees));
            return Combinators.combine(valeurs, Arbitraries.of(CANDIDATS))
                    .as((reponses, candidat) -> new Tirage(
                            formulaire,
                            reponses,
                            Faits.de(UneCandidature.FORMULAIRES.faits(), Map.of("candidat.type", candidat))));
        });
    }

    private static Reponses reponses(List<Question> questions, List<List<Valeur>> valeurs) {
        var reponses = new HashMap<String, Reponse>();
        for (var rang = 0; rang < questions.size(); rang++) {
            var id = questions.get(rang).id();
            var revision = 1 + rang % 9;
            valeurs.get(rang).forEach(v -> reponses.put(id, new Reponse(v, revision, Instant.EPOCH, "claire")));
        }
        return new Reponses(reponses);
    }

    private static Arbitrary<Valeur> saisie(Question question) {
        var parties = question.type().parties(Valeur.VIDE);
        return Arbitraries.of(SAISIES).list().ofSize(parties.size()).map(tapees -> {
            var saisies = new HashMap<String, List<String>>();
            for (var rang = 0; rang < parties.size(); rang++) {
                saisies.put(question.champ(parties.get(rang).nom()), List.of(tapees.get(rang)));
            }
            return question.type().lire(Saisie.de(question.id(), saisies));
        });
    }
}
