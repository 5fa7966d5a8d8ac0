package fr.convergence.portail.formulaire;

import static java.util.Objects.requireNonNull;

import fr.convergence.portail.expression.Apostrophes;
import fr.convergence.portail.question.Faits;
import fr.convergence.portail.question.Partie;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.page.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Une évaluation en train de se faire : qui est visible, puis ce que disent les contrôles, puis le compte.
 *
 * <p>Une question cachée n'a pas de valeur : ce qui dépend d'elle se cache à son tour, même si sa réponse est gardée.
 */
final class Calcul {

    private static final Message A_COMPLETER = new Message("question.partie_manquante");

    private final Formulaire formulaire;
    private final Reponses reponses;
    private final Faits faits;
    private final Map<String, Object> variables;
    private final Map<String, Valeur> visibles = new HashMap<>();
    private final Map<String, Map<String, Message>> erreurs = new HashMap<>();

    Calcul(Formulaire formulaire, Reponses reponses, Faits faits) {
        this.formulaire = formulaire;
        this.reponses = reponses;
        this.faits = faits;
        this.variables = new HashMap<>();
        connaitre(faits.variables());
        formulaire.ordre().stream().filter(this::visible).forEach(q -> retenir(q, valeur(q, reponses, faits)));
        formulaire.controles().forEach(this::controler);
    }

    Evaluation evaluation() {
        var sections = new ArrayList<SectionEvaluee>();
        for (var section : formulaire.definition().sections()) {
            var questions = section.questions().stream()
                    .filter(q -> visibles.containsKey(q.id()))
                    .map(this::evaluee)
                    .toList();
            if (!questions.isEmpty()) {
                sections.add(SectionEvaluee.de(section, questions));
            }
        }
        return new Evaluation(sections);
    }

    /** Celle d'une question cachée, et ce qui s'y garde : rien ne la contrôle. */
    Optional<Evaluation.Place> cachee(String cle) {
        return formulaire.ordre().stream()
                .filter(q -> !visibles.containsKey(q.id()))
                .map(q -> new QuestionEvaluee(q, valeur(q, reponses, faits), Map.of(), List.of()))
                .flatMap(q -> q.question().places(q.valeur()).stream().map(place -> new Evaluation.Place(q, place)))
                .filter(place -> place.question().id().equals(cle))
                .findFirst();
    }

    private boolean visible(Question question) {
        var condition = formulaire.conditions().get(question.id());
        return condition == null || condition.vraie(variables);
    }

    private static Valeur valeur(Question question, Reponses reponses, Faits faits) {
        return question.type().reunir(question.id(), faits, place -> reponses.valeur(place.cle()));
    }

    private void retenir(Question question, Valeur valeur) {
        visibles.put(question.id(), valeur);
        var refus = question.type().controler(valeur);
        erreurs.put(question.id(), new LinkedHashMap<>(refus));
        if (formulaire.citee(question)) {
            connaitre(question.type().variables(question.id(), valeur, refus.keySet()));
        }
    }

    private void connaitre(Map<String, Object> valeurs) {
        valeurs.forEach((nom, valeur) -> variables.put(nom, Apostrophes.jointes(valeur)));
    }

    private void controler(ControleCompile controle) {
        var question = controle.cible().question();
        if (visibles.containsKey(question.id()) && controle.condition().vraie(variables)) {
            requireNonNull(erreurs.get(question.id()))
                    .putIfAbsent(
                            controle.cible().partie(),
                            Message.brut(controle.controle().message()));
        }
    }

    private QuestionEvaluee evaluee(Question question) {
        var valeur = requireNonNull(visibles.get(question.id()));
        var manquantes = question.type().parties(valeur).stream()
                .filter(Partie::obligatoire)
                .filter(partie -> valeur.partie(partie.nom()).estVide())
                .toList();
        var messages = requireNonNull(erreurs.get(question.id()));
        if (!question.obligatoire() && !valeur.estVide()) {
            // Une réponse facultative se donne en entier ou pas du tout.
            manquantes.forEach(partie -> messages.putIfAbsent(partie.nom(), A_COMPLETER));
        }
        return new QuestionEvaluee(question, valeur, Map.copyOf(messages), List.copyOf(manquantes));
    }
}
