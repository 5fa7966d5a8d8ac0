package fr.convergence.portail.formulaire;

import fr.convergence.portail.question.Partie;
import fr.convergence.portail.question.Question;
import fr.convergence.socle.page.Message;
import java.util.List;

/**
 * Une question obligatoire à laquelle il reste à répondre, ou toutes celles qui restent d'un tableau.
 *
 * @param section l'adresse de sa page
 * @param champ l'ancre dans cette page
 * @param libelle qui se suffit : « Civilité DSI »
 * @param nombre combien de réponses elle vaut
 */
public record QuestionRestante(String section, String champ, Message libelle, int nombre) {

    /** @param parties celles qui restent ; les cellules d'un tableau se disent ensemble, la première sert d'ancre */
    static List<QuestionRestante> de(Section section, Question question, List<Partie> parties) {
        if (question.type().colonnes().isEmpty() || parties.isEmpty()) {
            return parties.stream()
                    .map(partie -> new QuestionRestante(
                            section.id(), question.champ(partie.nom()), partie.libelle(question.libelle()), 1))
                    .toList();
        }
        var premiere = parties.getFirst();
        var libelle = parties.size() == 1
                ? premiere.libelle(question.libelle())
                : new Message("formulaire.restante.tableau", question.libelle(), parties.size());
        return List.of(new QuestionRestante(section.id(), question.champ(premiere.nom()), libelle, parties.size()));
    }

    static QuestionRestante entiere(Section section, Question question) {
        return new QuestionRestante(section.id(), question.id(), Message.brut(question.libelle()), 1);
    }
}
