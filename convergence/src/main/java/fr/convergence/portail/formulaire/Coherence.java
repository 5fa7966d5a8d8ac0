package fr.convergence.portail.formulaire;

import fr.convergence.portail.expression.Expression;
import fr.convergence.portail.expression.Reperes;
import fr.convergence.portail.expression.Verdict;
import fr.convergence.portail.expression.Vocabulaire;
import fr.convergence.portail.question.Question;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Refuse un formulaire dont une question ne se verrait jamais, ou que personne ne pourrait remplir.
 *
 * <p>On essaie toutes les réponses qui comptent ({@link Cas}) : les choix, et pour un nombre ou un texte comparé à des
 * constantes, une valeur par intervalle. Une variable employée autrement reste libre, et dans le doute on accepte :
 * seule une impossibilité prouvée est un défaut.
 */
final class Coherence {

    /** Au-delà, la preuve coûterait plus que la seconde qu'un import peut prendre. */
    private static final int CAS_PAR_PREUVE = 4_096;

    private static final int EVALUATIONS = 60_000;

    private final Formulaire formulaire;
    private final Map<String, Reperes> reperes;
    private final Cas.Sources sources;
    private int reste = EVALUATIONS;

    Coherence(Formulaire formulaire, Vocabulaire faits) {
        this.formulaire = formulaire;
        this.reperes = reperes(formulaire);
        this.sources = new Cas.Sources(formulaire, faits, reperes);
    }

    void verifier(BiConsumer<Question, String> refusCondition, ObjIntConsumer<String> refusControle) {
        for (var question : formulaire.ordre()) {
            var condition = formulaire.conditions().get(question.id());
            if (condition != null && jamais(question, condition)) {
                refusCondition.accept(
                        question,
                        "cette condition n’est jamais vraie : « " + question.id() + " » ne se verrait jamais");
            }
        }
        verifierLesControles(refusControle);
    }

    private boolean jamais(Question question, Expression condition) {
        var cas = sources.cas(condition.variables(), false);
        return epuise(cas, essai -> visible(question, essai) != Verdict.FAUX);
    }

    private void verifierLesControles(ObjIntConsumer<String> refus) {
        var controles = formulaire.controles();
        var seuls = false;
        for (var i = 0; i < controles.size(); i++) {
            if (bloquent(List.of(controles.get(i)))) {
                refus.accept("ce contrôle refuse toutes les réponses : le formulaire ne pourrait pas être transmis", i);
                seuls = true;
            }
        }
        if (!seuls && controles.size() > 1 && bloquent(controles)) {
            refus.accept(
                    "ensemble, les contrôles refusent toutes les réponses : le formulaire ne pourrait pas être transmis",
                    controles.size() - 1);
        }
    }

    private boolean bloquent(List<ControleCompile> controles) {
        Set<String> variables = controles.stream()
                .flatMap(c -> c.condition().variables().stream())
                .collect(Collectors.toSet());
        controles.forEach(c -> {
            var si = formulaire.conditions().get(c.cible().question().id());
            variables.addAll(si == null ? Set.of() : si.variables());
        });
        return epuise(sources.cas(variables, true), essai -> controles.stream().noneMatch(c -> refuse(c, essai)));
    }

    /** Vrai quand tous les cas ont été essayés et qu'aucun ne convient. */
    private boolean epuise(Cas cas, Predicate<Essai> convient) {
        if (cas.nombre() > CAS_PAR_PREUVE) {
            return false;
        }
        for (var valeurs : cas) {
            reste -= 1 + cas.questions().size();
            if (reste < 0 || convient.test(essayer(valeurs, cas))) {
                return false;
            }
        }
        return true;
    }

    private Essai essayer(Map<String, Object> valeurs, Cas cas) {
        var essai = new Essai(new HashMap<>(), new HashSet<>(cas.libres()));
        valeurs.forEach((nom, valeur) -> {
            if (!cas.deQuestion(nom)) {
                essai.variables().put(nom, valeur);
            }
        });
        for (var question : formulaire.ordre()) {
            if (cas.questions().contains(question.id())) {
                var visible = visible(question, essai);
                question.type().mots(question.id()).forEach(mot -> {
                    if (visible == Verdict.VRAI && valeurs.containsKey(mot.nom())) {
                        essai.variables().put(mot.nom(), valeurs.get(mot.nom()));
                    } else if (visible == Verdict.FAUX) {
                        essai.libres().remove(mot.nom());
                    } else if (visible == Verdict.INCONNU) {
                        essai.libres().add(mot.nom());
                    }
                });
            }
        }
        return essai;
    }

    /** FAUX seulement quand c'est certain : une variable libre pourrait rendre la condition vraie. */
    private Verdict visible(Question question, Essai essai) {
        var condition = formulaire.conditions().get(question.id());
        return condition == null ? Verdict.VRAI : verdict(condition, essai);
    }

    private boolean refuse(ControleCompile controle, Essai essai) {
        return visible(controle.cible().question(), essai) == Verdict.VRAI
                && verdict(controle.condition(), essai) == Verdict.VRAI;
    }

    private static Verdict verdict(Expression expression, Essai essai) {
        var verdict = expression.evaluer(essai.variables());
        if (verdict != Verdict.INCONNU) {
            return verdict;
        }
        var libre = expression.variables().stream().anyMatch(essai.libres()::contains);
        return libre ? Verdict.INCONNU : Verdict.FAUX;
    }

    private static Map<String, Reperes> reperes(Formulaire formulaire) {
        var tous = new HashMap<String, Reperes>();
        formulaire
                .conditions()
                .values()
                .forEach(e -> e.reperes().forEach((nom, r) -> tous.merge(nom, r, Reperes::plus)));
        formulaire
                .controles()
                .forEach(c -> c.condition().reperes().forEach((nom, r) -> tous.merge(nom, r, Reperes::plus)));
        return tous;
    }

    /** Ce que valent les variables connues, et celles qui peuvent valoir n'importe quoi. */
    private record Essai(Map<String, Object> variables, Set<String> libres) {}
}
