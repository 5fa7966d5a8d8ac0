package fr.convergence.portail.formulaire;

import fr.convergence.portail.question.Valeur;

/** Ce que devient une réponse que l'on enregistre. */
public sealed interface SortDeLaReponse {

    record Enregistre(Reponses reponses, Reponse reponse) implements SortDeLaReponse {}

    /** La même valeur y était déjà. */
    record Inchange(int revision) implements SortDeLaReponse {}

    /** Un autre onglet, un autre appareil a répondu entre-temps : les deux valeurs sont à montrer. */
    record Divergent(Reponse actuelle, Valeur proposee, Depart depart) implements SortDeLaReponse {}
}
