package fr.convergence.isc.ubble;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Ce qu'Ubble dit d'une vérification. Ni le document ni le visage n'en sont repris : un opérateur les voit chez lui. */
sealed interface AvancementDUbble {

    /** La personne n'a pas fini, ou Ubble. */
    record EnCours() implements AvancementDUbble {}

    /**
     * Il a conclu ; l'opérateur décide.
     *
     * @param avis son état, et ses codes
     */
    record Conclu(String avis) implements AvancementDUbble {}

    /** La personne doit recommencer chez lui. */
    record ARecommencer(String avis, boolean inclinaison) implements AvancementDUbble {}

    /** Le document n'a pas été incliné. */
    int NON_INCLINE = 61313;

    int AVIS_MAX = 500;

    static AvancementDUbble lire(JsonNode dite) {
        var etat = dite.path("status").asString("");
        return switch (etat) {
            case "created", "pending", "capture_in_progress", "checks_in_progress" -> new EnCours();
            case "approved", "declined", "inconclusive", "refused" -> new Conclu(avis(etat, dite));
            case "retry_required" -> new ARecommencer(avis(etat, dite), porte(dite, NON_INCLINE));
            // La personne a laissé passer le temps d'Ubble : elle peut y revenir.
            case "expired", "capture_expired" -> new ARecommencer(avis(etat, dite), false);
            default -> throw new UbbleDefaillant("État de vérification inconnu : " + etat);
        };
    }

    private static boolean porte(JsonNode dite, int code) {
        return StreamSupport.stream(dite.path("response_codes").spliterator(), false)
                .anyMatch(lu -> lu.path("code").asInt(0) == code);
    }

    private static String avis(String etat, JsonNode dite) {
        var codes = StreamSupport.stream(dite.path("response_codes").spliterator(), false)
                .map(lu -> lu.path("code").asInt(0) + " " + lu.path("summary").asString(""))
                .collect(Collectors.joining(", "));
        var entier = codes.isEmpty() ? etat : etat + " : " + codes;
        return entier.substring(0, Math.min(entier.length(), AVIS_MAX));
    }
}
