package fr.convergence.portail.plafond;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ce qu'un import a fait de chaque ligne de son fichier. */
public record RapportDePlafonds(
        UUID id, String fichier, Instant le, int ajoutees, int changees, int refusees, int inchanges) {

    public String adresse() {
        return PlafondsController.IMPORTS + "/" + id;
    }

    public enum Sort {
        AJOUTEE,
        CHANGEE,
        ECARTEE;

        String colonne() {
            return name().toLowerCase(Locale.ROOT) + "s";
        }

        /** Clé de son texte. */
        public String mot() {
            return "plafond.sort." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param guichet et {@code candidat}, tels qu'ils sont écrits au fichier
     * @param avant en centimes, nul s'il n'y en avait pas
     * @param raison pourquoi elle est refusée, vide sinon
     */
    public record Ligne(
            int numero,
            Sort sort,
            String guichet,
            String candidat,
            @Nullable Long avant,
            @Nullable Long apres,
            String raison) {}
}
