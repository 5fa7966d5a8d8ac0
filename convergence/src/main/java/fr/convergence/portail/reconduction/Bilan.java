package fr.convergence.portail.reconduction;

import fr.convergence.portail.piece.PieceDeposee;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.Map;

/**
 * Ce qui se reprend d'un ancien dossier, et ce qui ne se reprend pas.
 *
 * @param reprises les réponses, à leur place
 * @param preuves les fichiers que l'on peut choisir
 */
public record Bilan(Map<Question, Valeur> reprises, List<Laissee> laissees, List<Preuve> preuves) {

    public Bilan {
        reprises = Map.copyOf(reprises);
        laissees = List.copyOf(laissees);
        preuves = List.copyOf(preuves);
    }

    /** Une réponse qui ne se reprend pas, et pourquoi. */
    public record Laissee(String libelle, Message pourquoi) {}

    /** @param vers la question où il se déposerait */
    record Preuve(PieceDeposee piece, Question vers) {}
}
