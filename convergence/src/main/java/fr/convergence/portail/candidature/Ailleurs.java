package fr.convergence.portail.candidature;

import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Valeur;
import java.util.List;
import java.util.stream.Collectors;

/** Dit la réponse donnée dans un autre onglet, telle qu'elle se lit. */
final class Ailleurs {

    private Ailleurs() {}

    static String texte(Question question, Valeur valeur) {
        return question.type().lignes(question.libelle(), valeur).stream()
                .map(fr.convergence.portail.question.Ligne::textes)
                .flatMap(List::stream)
                .collect(Collectors.joining(", "));
    }
}
