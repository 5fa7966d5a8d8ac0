package fr.convergence.portail.formulaire;

/**
 * Ce que l'on avait sous les yeux en répondant.
 *
 * @param revision celle que la page montrait ; 0 si personne n'avait répondu
 * @param page la page d'où part la réponse : ce qu'elle a elle-même écrit n'est pas d'un autre onglet, quand même elle
 *     n'aurait pas su que c'était écrit (réseau coupé avant la réponse) ; vide si ce n'est d'aucune
 */
public record Depart(int revision, String page) {

    boolean connait(Reponse actuelle) {
        return revision == actuelle.revision() || (!page.isEmpty() && page.equals(actuelle.page()));
    }
}
