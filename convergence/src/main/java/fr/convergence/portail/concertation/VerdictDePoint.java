package fr.convergence.portail.concertation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Ce qu'un vérificateur dit d'un point de contrôle ; les libellés se lisent dans {@code concertation.verdict.*}. */
public enum VerdictDePoint {
    A_VERIFIER,
    CONFORME,
    NON_CONFORME,
    SANS_OBJET;

    static Optional<VerdictDePoint> lire(String code) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.name().equals(code))
                .findFirst();
    }

    String cle() {
        return "concertation.verdict." + name().toLowerCase(Locale.ROOT);
    }
}
