package fr.convergence.socle.contenu;

/** Ce qu'une question veut des archives dont les entrées sont chiffrées, que l'antivirus ne peut pas lire. */
public enum ArchiveChiffree {
    REFUSEE,
    ADMISE,
    /** Seul un conteneur entièrement chiffré convient (ZED-3). */
    EXIGEE
}
