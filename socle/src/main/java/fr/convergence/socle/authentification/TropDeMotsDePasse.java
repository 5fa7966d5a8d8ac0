package fr.convergence.socle.authentification;

import java.time.Duration;

/** Trop de mots de passe à calculer en même temps : répondre 503 et {@code Retry-After}, le suivant passera. */
public final class TropDeMotsDePasse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Ce qu'on demande d'attendre à qui n'a pas pu passer. */
    public static final Duration REVENIR_DANS = Duration.ofSeconds(5);

    TropDeMotsDePasse() {
        super("trop de mots de passe à calculer en même temps");
    }
}
