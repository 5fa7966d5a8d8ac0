package fr.convergence.socle.antivirus;

/** Ce que dit l'antivirus d'un fichier. */
public sealed interface Verdict {

    record Sain() implements Verdict {}

    /** @param nom celui que l'antivirus donne à ce qu'il a reconnu */
    record Infecte(String nom) implements Verdict {}

    /** L'antivirus n'a rien dit : le fichier attend. */
    record Indisponible(String cause) implements Verdict {}
}
