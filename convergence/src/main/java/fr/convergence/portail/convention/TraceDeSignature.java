package fr.convergence.portail.convention;

import java.time.Instant;
import java.util.Locale;

/**
 * Ce qui s'est passé par le lien du signataire.
 *
 * @param adresse d'où, telle que le serveur l'a vue
 */
public record TraceDeSignature(Instant le, Fait fait, String adresse) {

    /** Ce que la preuve raconte. */
    public enum Fait {
        LIEN_OUVERT,
        CODE_ENVOYE,
        CODE_FAUX,
        SIGNATURE;

        public String cle() {
            return "convention.trace." + name().toLowerCase(Locale.ROOT);
        }
    }
}
