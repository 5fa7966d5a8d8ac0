package fr.convergence.socle.contenu;

/** Pourquoi un fichier est refusé ; chacune a son texte dans les recueils. */
public enum Raison {
    VIDE,
    TAILLE,
    QUOTA,
    TRANSFERTS,
    EXTENSION,
    DOUBLE_EXTENSION,
    /** Une photo au format des téléphones d'Apple. */
    HEIC,
    /** Un raccourci vers un fichier gardé en ligne, à la place du fichier. */
    NUAGE,
    /** Ce qu'un logiciel écrit à côté d'un document ouvert. */
    TEMPORAIRE,
    CONTENU_DIFFERENT,
    /** Ne s'ouvre qu'avec un mot de passe. */
    PROTEGE,
    /** S'ouvre sans mot de passe, mais chiffré pour empêcher d'imprimer ou de copier. */
    RESTREINT,
    MACROS,
    ARCHIVE_DEMESUREE,
    ARCHIVE_IMBRIQUEE,
    ARCHIVE_CHEMIN,
    ARCHIVE_EN_CLAIR,
    /** Ce n'est pas le conteneur remis, ou plus le dernier (ZED-3). */
    CONTENEUR_AUTRE,
    /** Le conteneur remis, où rien n'a été ajouté. */
    CONTENEUR_VIDE,
    /** Compressée d'une façon que peu de logiciels savent lire. */
    ARCHIVE_METHODE,
    /** Un contenu actif que le guichet refuse. */
    ACTIF,
    ILLISIBLE,
    AMBIGU,
    IMAGE_DEMESUREE,
    /** Elle ne dure rien : une seule image, ou presque. */
    VIDEO_COURTE,
    VIDEO_LONGUE,
    XML_EXTERNE,
    INFECTE,
    ANALYSE_IMPOSSIBLE
}
