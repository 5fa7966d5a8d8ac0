package fr.convergence.portail.guichet;

/** Ce que l'acceptation d'une étape met en route. */
public enum Suite {
    CONVENTION,
    PAIEMENT
}
