package fr.convergence.portail.candidature;

import fr.convergence.portail.question.Valeur;
import fr.convergence.socle.page.Erreurs;
import java.util.List;

/**
 * Une réponse qu'un autre onglet a changée entre-temps : rien n'est écrit, l'usager choisit (DOS-6).
 *
 * @param proposee ce qui vient d'être tapé
 * @param ailleurs ce que l'autre onglet a répondu, tel qu'il se lit
 */
record Conflit(String question, Valeur proposee, String ailleurs) {

    /** La saisie où chaque question en conflit montre ce qui vient d'être tapé, prêt à remplacer l'autre. */
    static Saisie montrer(List<Conflit> conflits, Saisie saisie) {
        var montree = saisie;
        for (var conflit : conflits) {
            montree = montree.avec(montree.reponses().proposer(conflit.question, conflit.proposee));
        }
        return montree;
    }

    static Erreurs erreurs(List<Conflit> conflits) {
        var erreurs = Erreurs.aucune();
        conflits.forEach(conflit -> erreurs.ajouter(conflit.question, "candidature.ailleurs", conflit.ailleurs));
        return erreurs;
    }
}
