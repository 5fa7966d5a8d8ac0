package fr.convergence.isc.autorisation;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Une ligne de jeton et celle de son autorisation, lues ensemble. */
record Autorisation(
        UUID id,
        UUID client,
        String titulaire,
        String octroi,
        Set<String> portees,
        byte @Nullable [] demande,
        Optional<PreuveDeConnexion> preuve,
        Jeton jeton) {

    enum Sorte {
        /** Une demande en cours : à consentir, ou poussée par le service. */
        ETAT,
        CODE,
        ACCES,
        RENOUVELLEMENT
    }

    /** @param cleLiee empreinte de la clé que son porteur doit prouver tenir, ou {@code null} */
    record Jeton(
            Sorte sorte,
            Set<String> portees,
            @Nullable String cleLiee,
            Instant emisLe,
            Instant expireLe,
            boolean utilise) {}
}
