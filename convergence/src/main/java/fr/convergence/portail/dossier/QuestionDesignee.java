package fr.convergence.portail.dossier;

import fr.convergence.portail.formulaire.DefinitionFormulaire;
import fr.convergence.portail.lieu.Emplacement;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Une question, ou la ligne d'un tableau, qu'un vérificateur demande de reprendre, telle que son référent la lit.
 *
 * @param vers l'adresse de son champ
 * @param sort ce qu'elle est devenue depuis la demande ; vide tant qu'elle est à corriger
 */
public record QuestionDesignee(String libelle, String motif, String vers, Optional<Message> sort) {

    /** Celles que nomme une demande de modification, dans son ordre ; celles que ce formulaire n'a plus n'y sont pas. */
    public static List<QuestionDesignee> de(
            List<EtatEtape.Correction> corrections,
            DefinitionFormulaire formulaire,
            String adresse,
            Function<EtatEtape.Correction, Optional<Message>> sort) {
        return corrections.stream()
                .flatMap(correction -> de(correction, formulaire, adresse, sort.apply(correction)).stream())
                .toList();
    }

    public boolean reste() {
        return sort.isEmpty();
    }

    private static Optional<QuestionDesignee> de(
            EtatEtape.Correction correction, DefinitionFormulaire formulaire, String adresse, Optional<Message> sort) {
        return formulaire
                .question(correction.place().question())
                .flatMap(question -> formulaire
                        .section(question)
                        .map(section -> new QuestionDesignee(
                                correction.libelle(question.libelle()),
                                correction.motif(),
                                vers(correction.place(), adresse + "/" + section.id()),
                                sort)));
    }

    private static String vers(Emplacement place, String page) {
        return place.lot().isPresent() ? place.adresse(page) : page + "#question-" + place.question();
    }
}
