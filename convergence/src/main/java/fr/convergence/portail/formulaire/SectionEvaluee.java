package fr.convergence.portail.formulaire;

import fr.convergence.socle.page.Etiquette;
import fr.convergence.socle.page.Etiquette.Ton;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Locale;

/** Une section, ses questions visibles, et celles auxquelles il reste à répondre. */
public record SectionEvaluee(
        Section section,
        List<QuestionEvaluee> questions,
        List<QuestionRestante> restantes,
        List<QuestionRestante> facultativesEnErreur) {

    /** Où en est une section (DOS-5b). */
    public enum Etat {
        A_COMMENCER(Ton.NEUTRE),
        EN_COURS(Ton.INFORMATION),
        /** Rien n'y est obligatoire, et rien n'y est répondu : ni à faire, ni faite. */
        FACULTATIVE(Ton.NEUTRE),
        COMPLETE(Ton.SUCCES),
        A_CORRIGER(Ton.ATTENTION);

        private final Ton ton;

        Etat(Ton ton) {
            this.ton = ton;
        }

        public Message libelle() {
            return new Message("formulaire.section." + name().toLowerCase(Locale.ROOT));
        }

        /** Le mot, l'icône et la couleur, les mêmes à chaque endroit qui le dit. */
        public Etiquette etiquette(String mot) {
            return new Etiquette(mot, ton);
        }

        /** Vrai tant que le référent doit y passer. */
        public boolean aFinir() {
            return this != COMPLETE && this != FACULTATIVE;
        }
    }

    static SectionEvaluee de(Section section, List<QuestionEvaluee> questions) {
        return new SectionEvaluee(
                section,
                questions,
                questions.stream().flatMap(q -> q.restantes(section).stream()).toList(),
                questions.stream()
                        .flatMap(q -> q.facultativesEnErreur(section).stream())
                        .toList());
    }

    public Etat etat() {
        if (questions.stream().anyMatch(q -> !q.erreurs().isEmpty())) {
            return Etat.A_CORRIGER;
        }
        var aRemplir = questions.stream()
                .filter(q -> !q.question().type().informatif())
                .toList();
        var commencee = aRemplir.stream().anyMatch(q -> !q.valeur().estVide());
        if (restantes.isEmpty()) {
            return commencee || aRemplir.isEmpty() ? Etat.COMPLETE : Etat.FACULTATIVE;
        }
        return commencee ? Etat.EN_COURS : Etat.A_COMMENCER;
    }

    public int obligatoires() {
        return questions.stream().mapToInt(q -> q.question().compte(q.valeur())).sum();
    }
}
