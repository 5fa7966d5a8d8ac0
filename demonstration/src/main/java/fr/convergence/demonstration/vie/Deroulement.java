package fr.convergence.demonstration.vie;

import java.util.List;

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
    CHEZ_L_ANS,
    ACCORDE,
    AVANCE,
    PAYE,
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
            case COMPLET,
                    TRANSMIS,
                    A_MODIFIER,
                    CORRIGE,
                    VALIDE,
                    SIGNE,
                    CHEZ_L_ANS,
                    ACCORDE,
                    AVANCE,
                    PAYE,
                    VALIDE_APRES_CORRECTION,
                    REFUSE,
                    RECOMMENCE -> Remplissage.TOUT;
        };
    }

    boolean seTransmet() {
        return compareTo(TRANSMIS) >= 0;
    }

    Suite premiereDecision() {
        return switch (this) {
            case COMMENCE, A_MOITIE, COMPLET, TRANSMIS -> Suite.RIEN;
            case A_MODIFIER, CORRIGE, VALIDE_APRES_CORRECTION -> Suite.MODIFICATION;
            case VALIDE, SIGNE, CHEZ_L_ANS, ACCORDE, AVANCE, PAYE -> Suite.VALIDATION;
            case REFUSE, RECOMMENCE -> Suite.REFUS;
        };
    }

    boolean seSigne() {
        return this == SIGNE || seDeclare();
    }

    /** Sa déclaration est déposée, et l'ARS l'a lue. */
    boolean seDeclare() {
        return this == CHEZ_L_ANS || sAccorde();
    }

    boolean sAccorde() {
        return this == ACCORDE || !versements().isEmpty();
    }

    /** Ceux que l'ANS a notés. */
    List<String> versements() {
        return switch (this) {
            case AVANCE -> List.of("avance");
            case PAYE -> List.of("avance", "solde");
            case COMMENCE,
                    A_MOITIE,
                    COMPLET,
                    TRANSMIS,
                    A_MODIFIER,
                    CORRIGE,
                    VALIDE,
                    SIGNE,
                    CHEZ_L_ANS,
                    ACCORDE,
                    VALIDE_APRES_CORRECTION,
                    REFUSE,
                    RECOMMENCE -> List.of();
        };
    }

    boolean seCorrige() {
        return this == CORRIGE || this == VALIDE_APRES_CORRECTION;
    }
}
