package fr.convergence.socle.contenu;

/** Pourquoi un fichier est refusé ; chacune a son texte dans les recueils. */
public enum Raison {
    VIDE,
    TAILLE,
    QUOTA,
    TRANSFERTS,
    EXTENSION,
    DOUBLE_EXTENSION,
    CONTENU_DIFFERENT,
    PROTEGE,
    MACROS,
    ARCHIVE_DEMESUREE,
    ARCHIVE_IMBRIQUEE,
    ARCHIVE_CHEMIN,
    ARCHIVE_EN_CLAIR,
    ILLISIBLE,
    AMBIGU,
    IMAGE_DEMESUREE,
    XML_EXTERNE,
    INFECTE,
    ANALYSE_IMPOSSIBLE
}
