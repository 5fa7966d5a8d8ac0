package fr.convergence.portail.formulaire;

import fr.convergence.portail.question.LigneDeReponse;
import fr.convergence.portail.question.Partie;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Une question visible, sa réponse et ce qu'il y manque.
 *
 * @param erreurs par partie ; la partie sans nom est la question entière
 * @param manquantes les parties sans réponse
 */
public record QuestionEvaluee(Question question, Valeur valeur, Map<String, Message> erreurs, List<Partie> manquantes) {

    /** L'erreur d'une partie. */
    public Optional<Message> erreur(String partie) {
        return Optional.ofNullable(erreurs.get(partie));
    }

    /** Ce que contient le champ d'une partie quand on revient sur la page. */
    public String saisie(Partie partie) {
        return partie.type().saisie(valeur.partie(partie.nom()));
    }

    /** Ce que la réponse donne à lire. */
    public List<LigneDeReponse> lignes() {
        return question.type().lignes(question.libelle(), valeur);
    }

    /** Les parties obligatoires qui comptent encore : sans réponse, ou en erreur. */
    List<Partie> restantes() {
        return question.obligatoire()
                ? question.type().parties().stream().filter(p -> !repondue(p)).toList()
                : List.of();
    }

    /** Les parties facultatives en erreur : rien n'obligeait à y répondre, tout oblige à les corriger. */
    List<Partie> facultativesEnErreur() {
        return question.obligatoire()
                ? List.of()
                : question.type().parties().stream()
                        .filter(p -> erreurs.containsKey(p.nom()) || erreurs.containsKey(""))
                        .toList();
    }

    private boolean repondue(Partie partie) {
        return !manquantes.contains(partie) && !erreurs.containsKey(partie.nom()) && !erreurs.containsKey("");
    }
}
