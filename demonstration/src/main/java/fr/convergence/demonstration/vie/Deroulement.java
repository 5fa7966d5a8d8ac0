package fr.convergence.demonstration.vie;

/** Jusqu'où va un dossier d'exemple. */
enum Deroulement {
    COMMENCE,
    A_MOITIE,
    COMPLET,
    TRANSMIS,
    A_MODIFIER,
    CORRIGE,
    VALIDE,
    SIGNE,
    VALIDE_APRES_CORRECTION,
    REFUSE,
    RECOMMENCE;

    /** Ce que le référent remplit avant la première décision. */
    enum Remplissage {
        DEBUT,
        MOITIE,
        TOUT
    }

    /** Ce que le vérificateur décide d'abord. */
    enum Suite {
        RIEN,
        MODIFICATION,
        VALIDATION,
        REFUS
    }

    Remplissage remplissage() {
        return switch (this) {
            case COMMENCE -> Remplissage.DEBUT;
            case A_MOITIE -> Remplissage.MOITIE;
            case COMPLET, TRANSMIS, A_MODIFIER, CORRIGE, VALIDE, SIGNE, VALIDE_APRES_CORRECTION, REFUSE, RECOMMENCE ->
                Remplissage.TOUT;
        };
    }

    boolean seTransmet() {
        return compareTo(TRANSMIS) >= 0;
    }

    Suite premiereDecision() {
        return switch (this) {
            case COMMENCE, A_MOITIE, COMPLET, TRANSMIS -> Suite.RIEN;
            case A_MODIFIER, CORRIGE, VALIDE_APRES_CORRECTION -> Suite.MODIFICATION;
            case VALIDE, SIGNE -> Suite.VALIDATION;
            case REFUSE, RECOMMENCE -> Suite.REFUS;
        };
    }

    boolean seCorrige() {
        return this == CORRIGE || this == VALIDE_APRES_CORRECTION;
    }
}
