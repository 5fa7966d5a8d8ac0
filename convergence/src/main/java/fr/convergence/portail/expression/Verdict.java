package fr.convergence.portail.expression;

/** Ce que vaut une expression : une variable sans valeur la laisse inconnue, à moins que le reste ne suffise. */
public enum Verdict {
    VRAI,
    FAUX,
    INCONNU
}
