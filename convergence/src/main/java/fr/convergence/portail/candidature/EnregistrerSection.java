package fr.convergence.portail.candidature;

import fr.convergence.portail.acces.Connecte;
import fr.convergence.portail.dossier.Obstacle;
import fr.convergence.portail.formulaire.Enregistrement;
import fr.convergence.portail.formulaire.Evaluation;
import fr.convergence.portail.formulaire.QuestionEvaluee;
import fr.convergence.portail.formulaire.SectionEvaluee;
import fr.convergence.portail.question.Piece;
import fr.convergence.portail.question.Question;
import fr.convergence.socle.page.Erreurs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enregistre d'un coup les réponses d'une page : le chemin de qui n'a pas de JavaScript. */
@Component
class EnregistrerSection {

    /** Ce qu'il en est de la page envoyée ; tout ce qui pouvait l'être est enregistré, erreurs comprises. */
    sealed interface Issue {
        /** @param parue la première question que ces réponses ont fait paraître, et que la page n'avait donc pas */
        record Enregistree(Saisie saisie, Optional<Question> parue) implements Issue {}

        record EnErreur(Saisie saisie, Erreurs erreurs, List<Conflit> conflits) implements Issue {}

        record Impossible(Saisie saisie, Obstacle obstacle) implements Issue {}

        record Inconnue() implements Issue {}

        /** Ce qui reste à choisir entre deux onglets ; aucun quand tout s'est enregistré, fût-ce avec des erreurs. */
        default List<Conflit> restent() {
            return this instanceof EnErreur erreur ? erreur.conflits() : List.of();
        }
    }

    private final Saisies saisies;
    private final Ecriture ecriture;

    EnregistrerSection(Saisies saisies, Ecriture ecriture) {
        this.saisies = saisies;
        this.ecriture = ecriture;
    }

    @Transactional
    public Issue executer(
            Connecte qui, String reference, String etape, String section, Map<String, List<String>> parametres) {
        var prise = saisies.prise(qui, reference, etape);
        if (prise.isEmpty()
                || SectionPage.demandees(prise.get().evaluation(), section).isEmpty()) {
            return new Issue.Inconnue();
        }
        var saisie = prise.get();
        var obstacle = saisie.obstacle();
        if (obstacle.isPresent()) {
            return new Issue.Impossible(saisie, obstacle.get());
        }
        return ecrire(qui, saisie, section, parametres);
    }

    private Issue ecrire(Connecte qui, Saisie prise, String section, Map<String, List<String>> parametres) {
        var conflits = new ArrayList<Conflit>();
        var saisie = prise;
        // Une question absente de l'envoi n'était pas dans la page : elle ne s'efface pas.
        var envoyees = questions(prise.evaluation(), section)
                .map(QuestionEvaluee::question)
                .filter(question -> parametres.containsKey("r." + question.id()) && prise.modifiable(question.id()))
                .toList();
        var depassees = ecriture.depassees(prise, envoyees, parametres);
        for (var question : envoyees) {
            if (depassees.contains(question.id())) {
                continue;
            }
            switch (ecriture.ecrire(qui, saisie, question, parametres)) {
                case Enregistrement.Inchange _ -> {}
                case Enregistrement.Enregistre(var nouvelles, var _) -> saisie = saisie.avec(nouvelles);
                case Enregistrement.Divergent divergent -> conflits.add(new Conflit(question, divergent));
            }
        }
        saisie = Conflit.montrer(conflits, saisie);
        var erreurs = Conflit.erreurs(conflits);
        questions(saisie.evaluation(), section)
                .flatMap(evaluee -> QuestionPage.erreurs(evaluee).liste().stream())
                .forEach(erreur -> erreurs.ajouter(erreur.champ(), erreur.message()));
        return erreurs.vides()
                ? new Issue.Enregistree(saisie, parue(saisie, section, parametres))
                : new Issue.EnErreur(saisie, erreurs, conflits);
    }

    private static Optional<Question> parue(Saisie saisie, String section, Map<String, List<String>> parametres) {
        return SectionPage.demandees(saisie.evaluation(), section).stream()
                .flatMap(evaluee -> evaluee.questions().stream())
                .map(QuestionEvaluee::question)
                .filter(question -> !question.type().parties().isEmpty() && saisie.modifiable(question.id()))
                .filter(question -> !parametres.containsKey("r." + question.id()))
                .findFirst();
    }

    private static Stream<QuestionEvaluee> questions(Evaluation evaluation, String section) {
        return SectionPage.demandees(evaluation, section).stream()
                .map(SectionEvaluee::questions)
                .flatMap(List::stream)
                .filter(evaluee -> !(evaluee.question().type() instanceof Piece));
    }
}
