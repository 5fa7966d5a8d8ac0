package fr.convergence.portail.formulaire;

import fr.convergence.portail.definition.JsonCanonique;
import fr.convergence.portail.expression.Expression;
import fr.convergence.portail.lieu.Lot;
import fr.convergence.portail.question.Faits;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.identifiant.Finess;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Une définition prête à servir, expressions compilées. Immuable : se partage entre les fils et se garde. */
public final class Formulaire {

    private final DefinitionFormulaire definition;
    private final String canonique;
    private final String empreinte;
    private final Dependances dependances;
    private final Map<String, Expression> conditions;
    private final List<ControleCompile> controles;
    private final Set<String> citees;
    private final Set<String> mots;

    Formulaire(
            DefinitionFormulaire definition,
            String canonique,
            Dependances dependances,
            Map<String, Expression> conditions,
            List<ControleCompile> controles) {
        this.definition = definition;
        this.canonique = canonique;
        this.empreinte = JsonCanonique.empreinte(canonique);
        this.dependances = dependances;
        this.conditions = Map.copyOf(conditions);
        this.controles = List.copyOf(controles);
        var variables = new TreeSet<String>();
        conditions.values().forEach(condition -> variables.addAll(condition.variables()));
        controles.forEach(controle -> variables.addAll(controle.condition().variables()));
        this.citees = Set.copyOf(dependances.questionsDe(variables));
        definition
                .questions()
                .forEach(question -> variables.addAll(question.type().faits()));
        this.mots = Set.copyOf(variables);
    }

    public DefinitionFormulaire definition() {
        return definition;
    }

    /** La forme sous laquelle une version publiée se garde ; {@link Formulaires#publie} la rouvre. */
    public String canonique() {
        return canonique;
    }

    /** SHA-256 de la forme canonique. */
    public String empreinte() {
        return empreinte;
    }

    /** Ce qu'il en est de ces réponses. Ne change rien : évaluer deux fois donne deux fois la même chose. */
    public Evaluation evaluer(Reponses reponses, Faits faits) {
        return new Calcul(this, reponses, faits).evaluation();
    }

    /** La place d'une question que ces réponses cachent ; sa réponse se garde, sans compter. */
    public Optional<Evaluation.Place> cachee(String cle, Reponses reponses, Faits faits) {
        return new Calcul(this, reponses, faits).cachee(cle);
    }

    /** Le nom des entités d'un tableau. */
    public Map<Finess, String> lots(Question tableau, Faits faits) {
        return tableau.type().reunir(tableau.id(), faits, _ -> Valeur.VIDE).lignes().stream()
                .map(Valeur.Ligne::lot)
                .collect(Collectors.toMap(Lot::finess, Lot::nom));
    }

    /** Les autres questions qui la font paraître, et celles des contrôles qui la visent : ce qu'on lui demande en dépend. */
    public Set<String> amont(String question) {
        var variables = new TreeSet<String>();
        var condition = conditions.get(question);
        if (condition != null) {
            variables.addAll(condition.variables());
        }
        controles.stream()
                .filter(controle -> controle.cible().question().id().equals(question))
                .forEach(controle -> variables.addAll(controle.condition().variables()));
        var amont = new TreeSet<>(dependances.toutes(variables));
        amont.remove(question);
        return amont;
    }

    /** Vrai si une condition, un contrôle ou une question emploie ce fait : un autre n'a pas à être lu. */
    public boolean emploie(String fait) {
        return mots.contains(fait);
    }

    /** Les questions, chacune après celles dont dépend sa visibilité. */
    List<Question> ordre() {
        return dependances.ordre();
    }

    /** Vrai si une expression emploie ce que vaut cette question ; les autres n'ont pas à lui donner leurs variables. */
    boolean citee(Question question) {
        return citees.contains(question.id());
    }

    Dependances dependances() {
        return dependances;
    }

    Map<String, Expression> conditions() {
        return conditions;
    }

    List<ControleCompile> controles() {
        return controles;
    }
}
