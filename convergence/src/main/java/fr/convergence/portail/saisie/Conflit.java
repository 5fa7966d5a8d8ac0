package fr.convergence.portail.saisie;

import fr.convergence.portail.formulaire.Reponses;
import fr.convergence.portail.formulaire.SortDeLaReponse.Divergent;
import fr.convergence.portail.question.LigneDeReponse;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.page.Erreurs;
import java.util.List;

/** Une réponse qu'un autre onglet a changée entre-temps : rien n'est écrit, l'usager choisit (DOS-6). */
public record Conflit(Question question, Divergent divergent) {

    /**
     * Les réponses où chaque question en conflit montre ce qui vient d'être tapé. Elle repart de la révision qu'elle avait :
     * tant que l'usager n'a pas choisi, l'envoyer de nouveau n'écrase pas l'autre réponse.
     */
    public static Reponses montrer(List<Conflit> conflits, Reponses reponses) {
        var montrees = reponses;
        for (var conflit : conflits) {
            montrees =
                    montrees.proposer(conflit.question.id(), conflit.divergent.proposee(), conflit.divergent.depart());
        }
        return montrees;
    }

    /** Celles qui sont gardées tant que rien n'est choisi : ce qu'en dit le reste de la page. */
    public static Reponses gardees(List<Conflit> conflits, Reponses reponses) {
        var gardees = reponses;
        for (var conflit : conflits) {
            gardees = gardees.avec(conflit.question.id(), conflit.divergent.actuelle());
        }
        return gardees;
    }

    public static Erreurs erreurs(List<Conflit> conflits) {
        var erreurs = Erreurs.aucune();
        conflits.forEach(conflit -> erreurs.ajouter(conflit.question.id(), "saisie.ailleurs.erreur"));
        return erreurs;
    }

    public Ailleurs ailleurs() {
        return Ailleurs.entre(
                lignes(divergent.proposee()),
                lignes(divergent.actuelle().valeur()),
                divergent.actuelle().revision());
    }

    private List<LigneDeReponse> lignes(Valeur valeur) {
        return question.type().lignes(question.libelle(), valeur);
    }
}
