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
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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

    @Property(tries = 300)
    void le_compte_est_juste(@ForAll long graine) {
        var evaluation = evaluation(graine);
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
    void evaluer_deux_fois_donne_la_meme_chose(@ForAll long graine) {
        assertThat(evaluation(graine)).isEqualTo(evaluation(graine));
    }

    @Property(tries = 200)
    void ce_qui_est_cache_ne_compte_pas(@ForAll long graine) {
        var hasard = new Random(graine);
        var formulaire = formulaire(hasard);
        var reponses = reponses(formulaire, hasard);
        var faits = faits(hasard);
        var evaluation = formulaire.evaluer(reponses, faits);
        var visibles = new HashMap<String, Reponse>(reponses.parQuestion());
        visibles.keySet().removeIf(id -> evaluation.question(id).isEmpty());
        assertThat(formulaire.evaluer(new Reponses(visibles), faits)).isEqualTo(evaluation);
    }

    @Property(tries = 200)
    void les_reponses_font_l_aller_et_retour_en_json(@ForAll long graine) {
        var hasard = new Random(graine);
        var reponses = reponses(formulaire(hasard), hasard);
        assertThat(Reponses.lire(reponses.json())).isEqualTo(reponses);
    }

    @Property(tries = 200)
    void une_valeur_d_une_autre_forme_ne_fait_pas_echouer(@ForAll long graine) {
        var hasard = new Random(graine);
        var formulaire = formulaire(hasard);
        var reponses = new HashMap<String, Reponse>();
        var formes = List.<Valeur>of(
                Valeur.VIDE,
                new Valeur.Simple("x"),
                new Valeur.Liste(List.of("a", "b")),
                new Valeur.Bloc(Map.of("nom", new Valeur.Liste(List.of("c")))));
        formulaire
                .definition()
                .questions()
                .forEach(q -> reponses.put(
                        q.id(), new Reponse(formes.get(hasard.nextInt(formes.size())), 1, Instant.EPOCH, "claire")));
        var evaluation = formulaire.evaluer(new Reponses(reponses), faits(hasard));
        assertThat(evaluation.transmissible()).isFalse();
        evaluation.questions().forEach(QuestionEvaluee::lignes);
    }

    private static Evaluation evaluation(long graine) {
        var hasard = new Random(graine);
        var formulaire = formulaire(hasard);
        return formulaire.evaluer(reponses(formulaire, hasard), faits(hasard));
    }

    private static Formulaire formulaire(Random hasard) {
        return hasard.nextBoolean() ? UneCandidature.D1 : UneCandidature.D2;
    }

    private static Reponses reponses(Formulaire formulaire, Random hasard) {
        var reponses = new HashMap<String, Reponse>();
        formulaire
                .definition()
                .questions()
                .filter(_ -> hasard.nextInt(4) > 0)
                .forEach(q -> reponses.put(
                        q.id(), new Reponse(valeur(q, hasard), 1 + hasard.nextInt(9), Instant.EPOCH, "claire")));
        return new Reponses(reponses);
    }

    private static Valeur valeur(Question question, Random hasard) {
        var saisies = new HashMap<String, List<String>>();
        question.type()
                .parties(Valeur.VIDE)
                .forEach(p ->
                        saisies.put(question.champ(p.nom()), List.of(SAISIES.get(hasard.nextInt(SAISIES.size())))));
        return question.type().lire(Saisie.de(question.id(), saisies));
    }

    private static Faits faits(Random hasard) {
        return Faits.de(
                UneCandidature.FORMULAIRES.faits(),
                Map.of("candidat.type", CANDIDATS.get(hasard.nextInt(CANDIDATS.size()))));
    }
}
