package fr.convergence.socle.base;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/** Identifiants UUID de version 7 : ordonnés par le temps, ils se rangent bien dans un index (RFC 9562 §5.7). */
public final class Uuid {

    private static final SecureRandom HASARD = new SecureRandom();

    private Uuid() {}

    public static UUID v7() {
        var haut = (System.currentTimeMillis() << 16) | 0x7000L | HASARD.nextInt(0x1000);
        var bas = (HASARD.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(haut, bas);
    }

    /** Celui qu'une requête écrit ; vide si ce n'en est pas un. */
    public static Optional<UUID> lire(String ecrit) {
        try {
            return Optional.of(UUID.fromString(ecrit));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
