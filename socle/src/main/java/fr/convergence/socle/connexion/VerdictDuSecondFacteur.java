package fr.convergence.socle.connexion;

import java.time.Instant;

/** Ce que vaut un second facteur présenté. */
sealed interface VerdictDuSecondFacteur {

    record Juste() implements VerdictDuSecondFacteur {}

    /** @param mort expiré, épuisé ou déjà employé : il en faut un autre */
    record MauvaisCode(boolean mort) implements VerdictDuSecondFacteur {}

    record Verrou(Instant jusqu) implements VerdictDuSecondFacteur {}
}
