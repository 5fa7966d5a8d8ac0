package fr.convergence.isc.client;

import fr.convergence.socle.chiffrement.Empreintes;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Les secrets des services : 256 bits tirés ici, dont la base garde l'empreinte sous le trousseau. Personne ne les choisit : une
 * fonction lente n'ajouterait rien à ce que nul ne peut deviner, et coûterait à chaque jeton.
 */
@Component
public final class SecretsDesServices {

    private static final SecureRandom HASARD = new SecureRandom();
    private static final int OCTETS = 32;

    private final Empreintes empreintes;

    SecretsDesServices(@Qualifier("empreintesDesJetons") Empreintes empreintes) {
        this.empreintes = empreintes;
    }

    /** Tel que Spring Security le contrôle ; pas un bean, que d'autres prendraient pour celui des mots de passe. */
    public PasswordEncoder controle() {
        return new PasswordEncoder() {
            @Override
            public String encode(@Nullable CharSequence secret) {
                return ecrit(empreinte(String.valueOf(secret)));
            }

            @Override
            public boolean matches(@Nullable CharSequence secret, @Nullable String attendu) {
                return attendu != null
                        && juste(String.valueOf(secret), HexFormat.of().parseHex(attendu));
            }
        };
    }

    static String nouveau() {
        var octets = new byte[OCTETS];
        HASARD.nextBytes(octets);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    byte[] empreinte(String secret) {
        return empreintes.de(usage(secret));
    }

    static String ecrit(byte[] empreinte) {
        return HexFormat.of().formatHex(empreinte);
    }

    private boolean juste(String secret, byte[] attendu) {
        var juste = false;
        for (var possible : empreintes.possibles(usage(secret))) {
            juste |= MessageDigest.isEqual(possible, attendu);
        }
        return juste;
    }

    private static String usage(String secret) {
        return "client/secret/" + secret;
    }
}
