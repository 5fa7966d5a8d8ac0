package fr.convergence.socle.depot;

import java.io.IOException;

/** Le dépôt n'est pas celui de ce site, ou ne s'écrit plus : rien n'est reçu, et la même demande passera quand il sera revenu. */
public final class DepotIndisponible extends IOException {

    DepotIndisponible(String message) {
        super(message);
    }

    DepotIndisponible(String message, Throwable cause) {
        super(message, cause);
    }

    DepotIndisponible(IOException cause) {
        super("Le dépôt ne s’écrit pas : " + cause.getMessage(), cause);
    }
}
