package fr.convergence.socle.session;

import java.security.SecureRandom;
import java.util.Base64;

/** Ce que le navigateur garde d'une session : 216 bits tirés au sort (OWASP ASVS 5.0, 7.2.3 : 128 au moins). */
final class Temoins {

    private static final int OCTETS = 27;
    private static final SecureRandom HASARD = new SecureRandom();

    private Temoins() {}

    static String tirer() {
        var octets = new byte[OCTETS];
        HASARD.nextBytes(octets);
        return Base64.getUrlEncoder().encodeToString(octets);
    }
}
