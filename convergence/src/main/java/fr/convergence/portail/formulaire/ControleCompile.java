package fr.convergence.portail.formulaire;

import fr.convergence.portail.expression.Expression;
import fr.convergence.portail.question.Question;
import java.util.ArrayList;
import java.util.List;

/** Un contrôle prêt à être évalué. */
record ControleCompile(Controle controle, Cible cible, Expression condition) {

    /** Le champ qui porte le message. */
    record Cible(Question question, String partie) {

        static List<Cible> de(Question question) {
            var cibles = new ArrayList<Cible>();
            if (!question.type().informatif()) {
                cibles.add(new Cible(question, ""));
            }
            question.type().partiesConnues().stream().forEach(partie -> cibles.add(new Cible(question, partie.nom())));
            return cibles;
        }

        String champ() {
            return question.champ(partie);
        }
    }
}
