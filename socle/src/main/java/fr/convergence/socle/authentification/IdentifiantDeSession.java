package fr.convergence.socle.authentification;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.session.SessionIdGenerator;
import org.springframework.stereotype.Component;

/** L'identifiant d'une session : 216 bits tirés au sort, quand un UUID n'en a que 122 (OWASP ASVS 5.0, 7.2.3 : 128). */
@Component
final class IdentifiantDeSession implements SessionIdGenerator {

    /** 36 caractères en base64, la largeur de la colonne. */
    private static final int OCTETS = 27;

    private static final SecureRandom HASARD = new SecureRandom();

    @Override
    public String generate() {
        var octets = new byte[OCTETS];
        HASARD.nextBytes(octets);
        return Base64.getUrlEncoder().encodeToString(octets);
    }
}
