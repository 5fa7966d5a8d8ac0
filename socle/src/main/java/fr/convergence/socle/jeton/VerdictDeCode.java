package fr.convergence.socle.jeton;

/** Ce que vaut un code saisi. */
public enum VerdictDeCode {
    /** Juste, et désormais consommé. */
    JUSTE,
    /** Faux ; il reste des essais. */
    FAUX,
    /** Expiré, déjà employé, épuisé ou jamais émis : il faut en demander un autre. */
    MORT
}
