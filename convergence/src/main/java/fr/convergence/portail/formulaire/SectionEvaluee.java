package fr.convergence.portail.formulaire;

import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Locale;

/** Une section et ses questions visibles. */
public record SectionEvaluee(Section section, List<QuestionEvaluee> questions) {

    /** Où en est une section (DOS-5b). */
    public enum Etat {
        A_COMMENCER,
        EN_COURS,
        COMPLETE,
        A_CORRIGER;

        public Message libelle() {
            return new Message("formulaire.section." + name().toLowerCase(Locale.ROOT));
        }
    }

    public SectionEvaluee {
        questions = List.copyOf(questions);
    }

    public Etat etat() {
        if (questions.stream().anyMatch(q -> !q.erreurs().isEmpty())) {
            return Etat.A_CORRIGER;
        }
        if (restantes().isEmpty()) {
            return Etat.COMPLETE;
        }
        var commencee = questions.stream()
                .anyMatch(q ->
                        !q.question().type().parties().isEmpty() && !q.valeur().estVide());
        return commencee ? Etat.EN_COURS : Etat.A_COMMENCER;
    }

    public int obligatoires() {
        return questions.stream().mapToInt(q -> q.question().compte()).sum();
    }

    public int repondues() {
        return obligatoires() - restantes().size();
    }

    public List<QuestionRestante> restantes() {
        return questions.stream()
                .flatMap(q -> q.restantes().stream().map(p -> QuestionRestante.de(section, q.question(), p)))
                .toList();
    }
}
