package fr.convergence.portail.acte;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Le nom stable d'un des versements d'un paiement, au journal et dans les adresses. */
public enum CodeDeVersement {
    AVANCE,
    SOLDE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CodeDeVersement> lire(String texte) {
        return Arrays.stream(values())
                .filter(versement -> versement.code().equals(texte))
                .findFirst();
    }
}
