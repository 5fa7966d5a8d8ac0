package fr.convergence.portail.formulaire;

import fr.convergence.portail.question.Partie;
import fr.convergence.portail.question.Question;
import fr.convergence.socle.page.Message;

/**
 * Une question obligatoire à laquelle il reste à répondre.
 *
 * @param section l'adresse de sa page
 * @param champ l'ancre dans cette page
 * @param libelle qui se suffit : « Civilité DSI »
 */
public record QuestionRestante(String section, String champ, Message libelle) {

    static QuestionRestante de(Section section, Question question, Partie partie) {
        return new QuestionRestante(section.id(), question.champ(partie.nom()), partie.libelle(question.libelle()));
    }
}
