package fr.convergence.socle.contenu;

import java.io.IOException;

/** Interrompt une lecture dès qu'une raison de refuser paraît ; {@link Controles} en fait un résultat. */
final class ContenuRefuse extends IOException {

    private final transient Refus refus;

    ContenuRefuse(Raison raison) {
        this(new Refus(raison));
    }

    ContenuRefuse(Refus refus) {
        super(refus.raison().name());
        this.refus = refus;
    }

    Refus refus() {
        return refus;
    }
}
