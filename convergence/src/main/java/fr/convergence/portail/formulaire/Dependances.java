package fr.convergence.portail.formulaire;

import static java.util.Objects.requireNonNull;

import fr.convergence.portail.expression.Expression;
import fr.convergence.portail.question.Question;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** De quelles questions dépend la visibilité de chaque question, et l'ordre de calcul qui en découle. */
final class Dependances {

    private final Map<String, String> questionDeVariable = new HashMap<>();
    private final Map<String, Set<String>> directes = new LinkedHashMap<>();
    private final Map<String, String> boucles = new LinkedHashMap<>();
    private final List<Question> ordre = new ArrayList<>();

    Dependances(DefinitionFormulaire definition, Map<String, Expression> conditions) {
        Map<String, Question> questions = new LinkedHashMap<>();
        definition.questions().forEach(question -> {
            questions.put(question.id(), question);
            question.type().mots(question.id()).forEach(mot -> questionDeVariable.put(mot.nom(), question.id()));
        });
        questions.keySet().forEach(id -> directes.put(id, questionsDe(conditions.get(id))));
        var vues = new HashSet<String>();
        questions.keySet().forEach(id -> ranger(id, questions, vues, new ArrayDeque<>()));
    }

    /** Chaque question y vient après celles dont elle dépend. */
    List<Question> ordre() {
        return ordre;
    }

    /** Les questions prises dans une boucle, et cette boucle en mots : « a → b → a ». */
    Map<String, String> boucles() {
        return boucles;
    }

    /** Toutes celles dont dépendent ces variables, de proche en proche. */
    Set<String> toutes(Set<String> variables) {
        var toutes = new TreeSet<String>();
        var restantes = new ArrayDeque<>(questionsDe(variables));
        while (!restantes.isEmpty()) {
            var id = restantes.pop();
            if (toutes.add(id)) {
                restantes.addAll(directes.get(id));
            }
        }
        return toutes;
    }

    private Set<String> questionsDe(@org.jspecify.annotations.Nullable Expression condition) {
        return condition == null ? Set.of() : questionsDe(condition.variables());
    }

    /** Celles qui offrent ces variables. */
    Set<String> questionsDe(Set<String> variables) {
        var ids = new TreeSet<String>();
        variables.forEach(variable -> {
            var id = questionDeVariable.get(variable);
            if (id != null) {
                ids.add(id);
            }
        });
        return ids;
    }

    private void ranger(String id, Map<String, Question> questions, Set<String> vues, ArrayDeque<String> chemin) {
        if (chemin.contains(id)) {
            var boucle = new ArrayList<>(chemin).subList(new ArrayList<>(chemin).indexOf(id), chemin.size());
            var enMots = String.join(" → ", boucle) + " → " + id;
            boucle.forEach(membre -> boucles.putIfAbsent(membre, enMots));
            return;
        }
        if (vues.contains(id)) {
            return;
        }
        chemin.addLast(id);
        requireNonNull(directes.get(id)).forEach(autre -> ranger(autre, questions, vues, chemin));
        chemin.removeLast();
        if (vues.add(id)) {
            ordre.add(questions.get(id));
        }
    }
}
