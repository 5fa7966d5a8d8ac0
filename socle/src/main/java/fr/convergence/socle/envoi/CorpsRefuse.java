package fr.convergence.socle.envoi;

import java.io.IOException;
import org.springframework.http.HttpStatus;

/** Un corps de requête qu'on cesse de lire : trop gros, trop lent, mal écrit, ou trop à la fois. */
final class CorpsRefuse extends IOException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus statut;
    private final boolean formulaire;

    CorpsRefuse(HttpStatus statut) {
        this(statut, false);
    }

    private CorpsRefuse(HttpStatus statut, boolean formulaire) {
        super(statut.toString());
        this.statut = statut;
        this.formulaire = formulaire;
    }

    /** Trop de champs, ou trop de texte : ce ne sont pas les fichiers qui pèsent. */
    static CorpsRefuse formulaireTropLong() {
        return new CorpsRefuse(HttpStatus.CONTENT_TOO_LARGE, true);
    }

    boolean formulaire() {
        return formulaire;
    }

    HttpStatus statut() {
        return statut;
    }
}
