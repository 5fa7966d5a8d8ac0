package fr.convergence.portail.etape;

import fr.convergence.portail.formulaire.SortDeLaReponse.Divergent;
import fr.convergence.portail.question.LigneDeReponse;
import fr.convergence.portail.question.Question;
import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.page.Erreurs;
import java.util.List;

/** Une réponse qu'un autre onglet a changée entre-temps : rien n'est écrit, l'usager choisit (DOS-6). */
record Conflit(Question question, Divergent divergent) {

    /**
     * La saisie où chaque question en conflit montre ce qui vient d'être tapé. Elle repart de la révision qu'elle avait :
     * tant que l'usager n'a pas choisi, l'envoyer de nouveau n'écrase pas l'autre réponse.
     */
    static SaisieDeLEtape montrer(List<Conflit> conflits, SaisieDeLEtape saisie) {
        var montree = saisie;
        for (var conflit : conflits) {
            montree = montree.avec(montree.reponses()
                    .proposer(conflit.question.id(), conflit.divergent.proposee(), conflit.divergent.depart()));
        }
        return montree;
    }

    static Erreurs erreurs(List<Conflit> conflits) {
        var erreurs = Erreurs.aucune();
        conflits.forEach(
                conflit -> erreurs.ajouter(conflit.question.id(), "etape.ailleurs.erreur", conflit.question.libelle()));
        return erreurs;
    }

    Ailleurs ailleurs() {
        return new Ailleurs(
                lignes(divergent.proposee()),
                lignes(divergent.actuelle().valeur()),
                divergent.actuelle().revision());
    }

    private List<LigneDeReponse> lignes(Valeur valeur) {
        return question.type().lignes(question.libelle(), valeur);
    }
}
