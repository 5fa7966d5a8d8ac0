package fr.convergence.isc.identite;

import java.time.Instant;
import java.util.List;

/**
 * Ce que la personne a dit avant de filmer.
 *
 * @param consentement quand elle a accepté d'être filmée
 * @param pays émetteur du document, en deux lettres
 */
public record Prise(Instant consentement, TypeDeDocument document, String pays) {

    public Prise {
        if (!pays.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("Un pays a deux lettres : " + pays);
        }
    }

    public List<Sequence> sequences() {
        return document.sequences();
    }
}
