package fr.convergence.portail.publication;

import fr.convergence.portail.formulaire.DefinitionFormulaire;
import fr.convergence.portail.formulaire.Section;
import fr.convergence.portail.question.Affichage;
import fr.convergence.portail.question.Fait;
import fr.convergence.portail.question.Piece;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.page.Erreurs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Un formulaire tel qu'on le remplira, toutes ses questions montrées, celles qui ne se montrent pas toujours aussi. */
public record FormulaireLu(
        String reference, @Nullable String titre, List<SectionLue> sections, List<ControleLu> controles) {

    public record SectionLue(
            String id, String titre, @Nullable String aide, List<QuestionLue> questions) {}

    /** @param condition ce qui la fait paraître ; nulle quand elle paraît toujours */
    public record QuestionLue(Affichage affichage, @Nullable String condition) {

        public Question question() {
            return affichage.question();
        }

        public boolean fait() {
            return question().type() instanceof Fait;
        }

        public @Nullable Piece piece() {
            return question().type() instanceof Piece piece ? piece : null;
        }

        public String gabarit() {
            return "portail/question/" + question().type().gabarit();
        }
    }

    public record ControleLu(String si, String sur, String message) {}

    static FormulaireLu de(DefinitionFormulaire definition) {
        return new FormulaireLu(
                definition.reference().toString(),
                definition.titre().orElse(null),
                definition.sections().stream().map(FormulaireLu::section).toList(),
                definition.controles().stream()
                        .map(controle -> new ControleLu(controle.si(), controle.sur(), controle.message()))
                        .toList());
    }

    private static SectionLue section(Section section) {
        return new SectionLue(
                section.id(),
                section.titre(),
                section.aide().orElse(null),
                section.questions().stream().map(FormulaireLu::question).toList());
    }

    private static QuestionLue question(Question question) {
        return new QuestionLue(
                new Affichage(question, Valeur.VIDE, Erreurs.aucune(), null),
                question.si().orElse(null));
    }
}
