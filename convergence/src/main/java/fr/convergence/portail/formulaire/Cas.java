package fr.convergence.portail.formulaire;

import static java.util.Objects.requireNonNull;

import fr.convergence.portail.expression.Mot;
import fr.convergence.portail.expression.Reperes;
import fr.convergence.portail.expression.Vocabulaire;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.TypeSimple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;

/** Toutes les combinaisons des valeurs que peuvent prendre quelques variables. */
final class Cas implements Iterable<Map<String, Object>> {

    /** Dans un domaine : l'absence de réponse à une question facultative. */
    private static final Object RIEN = new Object();

    private final Map<String, List<Object>> domaines;
    private final Map<String, Question> questionDeVariable;
    private final Set<String> questions;
    private final Set<String> libres;

    private Cas(
            Map<String, List<Object>> domaines,
            Map<String, Question> questionDeVariable,
            Set<String> questions,
            Set<String> libres) {
        this.domaines = domaines;
        this.questionDeVariable = questionDeVariable;
        this.questions = questions;
        this.libres = libres;
    }

    /** Combien il y en a, ou très grand. */
    long nombre() {
        var nombre = 1L;
        for (var domaine : domaines.values()) {
            nombre = Math.min(nombre * domaine.size(), Integer.MAX_VALUE);
        }
        return nombre;
    }

    /** Celles dont la visibilité joue. */
    Set<String> questions() {
        return questions;
    }

    /** Les variables dont on ne sait pas énumérer les valeurs. */
    Set<String> libres() {
        return libres;
    }

    boolean deQuestion(String variable) {
        return questionDeVariable.containsKey(variable);
    }

    @Override
    public Iterator<Map<String, Object>> iterator() {
        var noms = List.copyOf(domaines.keySet());
        var nombre = nombre();
        return new Iterator<>() {
            private long rang;

            @Override
            public boolean hasNext() {
                return rang < nombre;
            }

            @Override
            public Map<String, Object> next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                var valeurs = new HashMap<String, Object>();
                var reste = rang++;
                for (var nom : noms) {
                    var domaine = requireNonNull(domaines.get(nom));
                    var valeur = domaine.get((int) (reste % domaine.size()));
                    reste /= domaine.size();
                    if (valeur != RIEN) {
                        valeurs.put(nom, valeur);
                    }
                }
                return valeurs;
            }
        };
    }

    /** De quoi tirer les cas d'un formulaire. */
    static final class Sources {

        private final Formulaire formulaire;
        private final Map<String, Mot> mots = new HashMap<>();
        private final Map<String, Question> questionDeVariable = new HashMap<>();
        private final Map<String, Reperes> reperes;

        Sources(Formulaire formulaire, Vocabulaire faits, Map<String, Reperes> reperes) {
            this.formulaire = formulaire;
            this.reperes = reperes;
            faits.mots().forEach(mot -> mots.put(mot.nom(), mot));
            formulaire
                    .definition()
                    .questions()
                    .forEach(question -> question.type().mots(question.id()).forEach(mot -> {
                        mots.put(mot.nom(), mot);
                        questionDeVariable.put(mot.nom(), question);
                    }));
        }

        /**
         * Les cas qui décident de ces variables, visibilité comprise.
         *
         * @param complet vrai pour ne garder que ceux d'un formulaire que l'on peut transmettre
         */
        Cas cas(Set<String> variables, boolean complet) {
            var questions = formulaire.dependances().toutes(variables);
            var toutes = new TreeSet<>(variables);
            questions.forEach(id -> {
                var condition = formulaire.conditions().get(id);
                toutes.addAll(condition == null ? Set.of() : condition.variables());
            });
            var domaines = new LinkedHashMap<String, List<Object>>();
            var libres = new TreeSet<String>();
            for (var nom : toutes) {
                var domaine = domaine(nom, complet);
                if (domaine.isEmpty()) {
                    libres.add(nom);
                } else {
                    domaines.put(nom, domaine);
                }
            }
            return new Cas(domaines, questionDeVariable, questions, libres);
        }

        private List<Object> domaine(String nom, boolean complet) {
            var mot = requireNonNull(mots.get(nom));
            var domaine = new ArrayList<Object>(mot.domaine());
            var repere = reperes.get(nom);
            if (domaine.isEmpty() && repere != null && !repere.ailleurs()) {
                domaine.addAll(representants(mot, repere.constantes()));
            }
            var question = questionDeVariable.get(nom);
            if (complet && question != null && !domaine.isEmpty()) {
                if (!question.obligatoire()) {
                    domaine.add(RIEN);
                } else if (question.type() instanceof TypeSimple simple) {
                    simple.sansReponse().ifPresent(domaine::remove);
                }
            }
            return domaine;
        }

        /** Une valeur par intervalle que délimitent les constantes, bornes comprises. */
        private static Set<Object> representants(Mot mot, Set<Object> constantes) {
            return switch (mot.nature()) {
                case ENTIER, MONTANT -> entiers(constantes);
                case DECIMAL -> decimaux(constantes);
                case TEXTE -> textes(constantes);
                case BOOLEEN, LISTE -> Set.of();
            };
        }

        private static Set<Object> entiers(Set<Object> constantes) {
            var valeurs = new LinkedHashSet<Object>();
            for (var constante : constantes) {
                var n = ((Number) constante).longValue();
                valeurs.addAll(List.of(n - 1, n, n + 1));
            }
            return valeurs;
        }

        private static Set<Object> decimaux(Set<Object> constantes) {
            var triees = constantes.stream()
                    .map(c -> ((Number) c).doubleValue())
                    .sorted()
                    .toList();
            var valeurs = new LinkedHashSet<Object>();
            for (var i = 0; i < triees.size(); i++) {
                var n = triees.get(i);
                var suivant = i + 1 < triees.size() ? triees.get(i + 1) : n + 2;
                valeurs.addAll(List.of(n - 1, n, (n + suivant) / 2));
            }
            return valeurs;
        }

        /** Le texte qui suit immédiatement un autre est lui-même et un caractère nul. */
        private static Set<Object> textes(Set<Object> constantes) {
            var valeurs = new LinkedHashSet<Object>();
            for (var constante : constantes) {
                valeurs.addAll(List.of("", constante, constante + "\u0000"));
            }
            return valeurs;
        }
    }
}
