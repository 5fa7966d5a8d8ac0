package fr.convergence.portail.conteneur;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Un conteneur remis, ou que l'on va remettre, à une question d'un dossier.
 *
 * @param numero le premier est le 1
 * @param active ses identifiants ont été montrés, et ne le seront plus
 * @param reserve celui de la réserve, nul d'un conteneur fait à la demande
 */
public record Conteneur(
        UUID id,
        UUID etape,
        String question,
        int numero,
        Espece espece,
        boolean active,
        @Nullable UUID reserve) {

    /** D'où il vient. */
    public enum Espece {
        /** Une archive ZIP chiffrée en AES-256, que 7-Zip ouvre. */
        INTEGRE("zip"),
        /** Un conteneur de Prim'X. */
        ZED("zed");

        private final String format;

        Espece(String format) {
            this.format = format;
        }

        public String format() {
            return format;
        }
    }

    /** « conteneur-KVTUJPDDBL-preuves-d1-o1-1.zip ». */
    String fichier(String reference) {
        return "%s.%s".formatted(nom(reference), espece.format());
    }

    String nom(String reference) {
        return "%s-%d".formatted(debut(reference), numero);
    }

    /** Vrai du nom d'un conteneur remis avant celui-ci : un ZED ne dit rien d'autre de ce qu'il est. */
    public boolean remplace(String reference, String fichier) {
        var minuscules = fichier.toLowerCase(Locale.ROOT);
        for (var ancien = 1; ancien < numero; ancien++) {
            if (minuscules.startsWith(
                    "%s-%d.".formatted(debut(reference), ancien).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private String debut(String reference) {
        return "conteneur-%s-%s".formatted(reference, question.replace('_', '-'));
    }
}
