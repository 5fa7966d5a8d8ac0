package fr.convergence.portail.guichet;

/** Un niveau de vérification d'un circuit ; les libellés se lisent dans {@code guichet.niveau.*}. */
public enum Niveau {
    ARS,
    ANS
}
