package fr.convergence.portail.export;

import java.io.IOException;

/** Une pièce commencée ne se lit pas jusqu'au bout, et ne se lira pas mieux la fois suivante. */
final class PieceAlteree extends IOException {

    private final String reference;

    /** @param reference celle de son dossier */
    PieceAlteree(String reference, IOException cause) {
        super("Pièce altérée du dossier " + reference, cause);
        this.reference = reference;
    }

    String reference() {
        return reference;
    }
}
