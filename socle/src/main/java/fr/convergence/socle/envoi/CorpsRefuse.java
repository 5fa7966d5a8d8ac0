package fr.convergence.socle.envoi;

import java.io.IOException;
import org.springframework.http.HttpStatus;

/** Un corps de requête qu'on cesse de lire : trop gros, trop lent, mal écrit, ou trop à la fois. */
final class CorpsRefuse extends IOException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus statut;

    CorpsRefuse(HttpStatus statut) {
        super(statut.toString());
        this.statut = statut;
    }

    HttpStatus statut() {
        return statut;
    }
}
