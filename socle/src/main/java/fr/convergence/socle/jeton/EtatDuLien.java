package fr.convergence.socle.jeton;

/** Ce que vaut un lien suivi. */
public sealed interface EtatDuLien {

    /** @param sujet ce que l'émetteur y avait lié, en général un compte */
    record Valide(String sujet) implements EtatDuLien {}

    record DejaUtilise() implements EtatDuLien {}

    /** La date est passée, ou un lien plus récent l'a remplacé. */
    record Expire() implements EtatDuLien {}

    /** Jamais émis, tronqué ou altéré. */
    record Inconnu() implements EtatDuLien {}
}
