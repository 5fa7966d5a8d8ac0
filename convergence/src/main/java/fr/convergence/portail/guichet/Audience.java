package fr.convergence.portail.guichet;

/** À qui un guichet s'adresse (ACC-1). */
public enum Audience {
    ETABLISSEMENTS,
    ENTREPRISES,
    REGIONS
}
