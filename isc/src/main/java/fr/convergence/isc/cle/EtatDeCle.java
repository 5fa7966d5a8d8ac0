package fr.convergence.isc.cle;

/** La vie d'une clé : publiée avant de signer, publiée encore après, puis effacée. */
public enum EtatDeCle {
    /** Publiée, elle ne signe pas encore : les services ont le temps de la lire. */
    PREPAREE,
    /** Elle signe. */
    ACTIVE,
    /** Elle ne signe plus ; ce qu'elle a signé se vérifie encore. */
    PASSIVE,
    /** Ni publiée ni gardée. */
    RETIREE
}
