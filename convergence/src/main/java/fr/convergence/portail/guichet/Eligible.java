package fr.convergence.portail.guichet;

/** Ce qui peut candidater ; pour un établissement, les noms sont ceux du référentiel. */
public enum Eligible {
    GHT,
    EJ_PRIVEE,
    EJ_PUBLIQUE_HORS_GHT,
    EJ_MEMBRE_GHT,
    EG,
    PRODUIT,
    SERVICE_REGIONAL
}
