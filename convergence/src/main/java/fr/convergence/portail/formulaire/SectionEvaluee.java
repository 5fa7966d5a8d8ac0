package fr.convergence.portail.formulaire;

import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Locale;

/** Une section, ses questions visibles, et celles auxquelles il reste à répondre. */
public record SectionEvaluee(Section section, List<QuestionEvaluee> questions, List<QuestionRestante> restantes) {

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

    static SectionEvaluee de(Section section, List<QuestionEvaluee> questions) {
        var restantes = questions.stream()
                .flatMap(q -> q.restantes().stream().map(p -> QuestionRestante.de(section, q.question(), p)))
                .toList();
        return new SectionEvaluee(section, questions, restantes);
    }

    public Etat etat() {
        if (questions.stream().anyMatch(q -> !q.erreurs().isEmpty())) {
            return Etat.A_CORRIGER;
        }
        if (restantes.isEmpty()) {
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
}
