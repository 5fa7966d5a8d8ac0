package fr.convergence.portail.acte;

/** Le nom stable de l'état d'un paiement, en base et dans les textes ; aucun autre endroit du code ne l'écrit. */
public enum CodeDePaiement {
    A_VERSER,
    AVANCE_VERSEE,
    PAYE,
    ANNULE
}
