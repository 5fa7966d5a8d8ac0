package fr.convergence.portail.avis;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Ce que dit un avis ; les libellés se lisent dans {@code avis.sens.*}. */
public enum SensDAvis {
    FAVORABLE,
    DEFAVORABLE,
    RESERVE;

    static Optional<SensDAvis> lire(String code) {
        return Arrays.stream(values()).filter(sens -> sens.name().equals(code)).findFirst();
    }

    String cle() {
        return "avis.sens." + name().toLowerCase(Locale.ROOT);
    }
}
