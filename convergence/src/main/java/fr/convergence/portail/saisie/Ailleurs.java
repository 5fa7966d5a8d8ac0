package fr.convergence.portail.saisie;

import fr.convergence.portail.question.LigneDeReponse;
import fr.convergence.portail.question.LigneDeReponse.Paire;
import fr.convergence.socle.page.Message;
import java.util.List;
import java.util.function.Predicate;

/**
 * Les deux réponses entre lesquelles l'usager choisit, telles qu'elles se lisent (DOS-6).
 *
 * @param mienne ce qui vient d'être tapé, dans les seules parties où les deux diffèrent
 * @param autre ce qu'un autre onglet, un autre appareil a répondu entre-temps, dans les mêmes
 * @param pareilles les parties qui se lisent de même des deux côtés
 * @param revision celle de l'autre, que garder la sienne remplace
 */
public record Ailleurs(List<LigneDeReponse> mienne, List<LigneDeReponse> autre, List<Message> pareilles, int revision) {

    static Ailleurs entre(List<LigneDeReponse> mienne, List<LigneDeReponse> autre, int revision) {
        var paires = LigneDeReponse.apparier(autre, mienne);
        var changees = paires.stream().filter(Paire::change).toList();
        return new Ailleurs(
                changees.stream().map(Paire::apres).toList(),
                changees.stream().map(Paire::avant).toList(),
                paires.stream()
                        .filter(Predicate.not(Paire::change))
                        .map(Paire::libelle)
                        .toList(),
                revision);
    }
}
