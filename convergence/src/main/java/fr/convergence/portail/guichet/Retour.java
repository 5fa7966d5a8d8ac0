package fr.convergence.portail.guichet;

/** Par où revient une étape rendue au référent, quand il la transmet de nouveau. */
public enum Retour {
    /** Droit au niveau qui l'avait rendue. */
    DIRECT,
    /** Par tous les niveaux, depuis le premier. */
    CIRCUIT
}
