package fr.convergence.isc.identite;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Le document d'identité filmé. */
public enum TypeDeDocument {
    CARTE_IDENTITE(true),
    PASSEPORT(false),
    PERMIS_DE_CONDUIRE(true),
    TITRE_DE_SEJOUR(true);

    private final boolean verso;

    TypeDeDocument(boolean verso) {
        this.verso = verso;
    }

    /** Ce qu'il faut filmer, dans l'ordre : un passeport n'a pas de verso. */
    public List<Sequence> sequences() {
        return Arrays.stream(Sequence.values())
                .filter(sequence -> verso || sequence != Sequence.VERSO && sequence != Sequence.VERSO_INCLINE)
                .toList();
    }

    /** Clé de son nom affiché. */
    public String cle() {
        return "identite.document." + name().toLowerCase(Locale.ROOT);
    }
}
