package fr.convergence.portail.tableur;

import fr.convergence.socle.contenu.Format;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/** Les tableaux que la plateforme écrit. */
public enum FormeDeTableau {
    XLSX(Format.XLSX),
    ODS(Format.ODS),
    CSV(Format.CSV);

    private final Format format;

    FormeDeTableau(Format format) {
        this.format = format;
    }

    public Format format() {
        return format;
    }

    /** Vide pour un nom que nous n'avons pas écrit. */
    public static Optional<FormeDeTableau> lire(String nom) {
        return Arrays.stream(values()).filter(forme -> forme.name().equals(nom)).findFirst();
    }

    public static FormeDeTableau de(Format format) {
        return Arrays.stream(values())
                .filter(forme -> forme.format == format)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(format + " n’est pas un tableau"));
    }

    /**
     * Commence un tableau.
     *
     * @param feuille le nom de sa feuille, qu'un CSV ne dit pas
     */
    public TableauEcrit ouvrir(OutputStream vers, String feuille) throws IOException {
        return switch (this) {
            case XLSX -> new EcritureXlsx(vers, feuille);
            case ODS -> new EcritureOds(vers, feuille);
            case CSV -> new EcritureCsv(vers);
        };
    }
}
