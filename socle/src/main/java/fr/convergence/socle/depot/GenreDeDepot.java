package fr.convergence.socle.depot;

import java.util.Locale;

/** Où vont les objets : un dossier, ou un magasin qui parle S3. */
public enum GenreDeDepot {
    DOSSIER,
    S3;

    public static GenreDeDepot lire(String valeur) {
        return valueOf(valeur.strip().toUpperCase(Locale.ROOT));
    }

    /** L'autre, celui d'où l'on vient ou vers où l'on va quand on déménage. */
    public GenreDeDepot autre() {
        return switch (this) {
            case DOSSIER -> S3;
            case S3 -> DOSSIER;
        };
    }
}
