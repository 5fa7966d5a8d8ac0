package fr.convergence.socle.antivirus;

/** Ce que dit l'antivirus d'un fichier. */
public sealed interface VerdictDAntivirus {

    record Sain() implements VerdictDAntivirus {}

    /** @param nom celui que l'antivirus donne à ce qu'il a reconnu */
    record Infecte(String nom) implements VerdictDAntivirus {}

    /** L'antivirus n'a rien dit : le fichier attend. */
    record Indisponible(String cause) implements VerdictDAntivirus {}
}
