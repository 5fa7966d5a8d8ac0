package fr.convergence.socle.authentification;

import java.time.Instant;

/** Ce qu'un frein répond à un essai. */
public sealed interface VerdictDuFrein {

    /** @param dernier vrai quand un échec à cet essai laisse un verrou derrière lui */
    record Admis(boolean dernier) implements VerdictDuFrein {}

    record Verrouille(Instant jusqu) implements VerdictDuFrein {}
}
