package fr.convergence.portail.instruction;

import fr.convergence.portail.dossier.Dossier;
import fr.convergence.portail.dossier.EtatEtape.Correction;
import fr.convergence.portail.formulaire.Formulaire;
import fr.convergence.portail.formulaire.Section;
import fr.convergence.portail.guichet.GuichetsPublies;
import fr.convergence.portail.question.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Les questions d'une étape que le vérificateur peut désigner : celles auxquelles on répond. */
@Component
final class QuestionsAuChoix {

    /** Une section et ce qu'on peut y désigner. */
    record SectionAuChoix(String titre, List<QuestionAuChoix> questions) {}

    record QuestionAuChoix(String id, String libelle) {}

    private final GuichetsPublies guichets;

    QuestionsAuChoix(GuichetsPublies guichets) {
        this.guichets = guichets;
    }

    List<SectionAuChoix> de(Dossier dossier, String etape) {
        return formulaire(dossier, etape).stream()
                .flatMap(formulaire -> formulaire.definition().sections().stream())
                .map(QuestionsAuChoix::section)
                .filter(section -> !section.questions().isEmpty())
                .toList();
    }

    /** « IBAN : ne correspond pas au RIB », une question par ligne. */
    String enClair(Dossier dossier, String etape, List<Correction> corrections) {
        Map<String, String> libelles = new LinkedHashMap<>();
        de(dossier, etape).stream()
                .flatMap(section -> section.questions().stream())
                .forEach(question -> libelles.put(question.id(), question.libelle()));
        return corrections.stream()
                .map(correction -> libelles.getOrDefault(correction.question(), correction.question()) + " : "
                        + correction.motif())
                .collect(Collectors.joining("\n"));
    }

    private Optional<Formulaire> formulaire(Dossier dossier, String etape) {
        var guichet = dossier.guichet();
        return guichets.formulaire(guichet, etape);
    }

    private static SectionAuChoix section(Section section) {
        return new SectionAuChoix(
                section.titre(),
                section.questions().stream()
                        .filter(QuestionsAuChoix::demande)
                        .map(question -> new QuestionAuChoix(question.id(), question.libelle()))
                        .toList());
    }

    private static boolean demande(Question question) {
        return !question.type().informatif();
    }
}
