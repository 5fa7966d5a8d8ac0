package fr.convergence.socle.jeton;

import fr.convergence.socle.chiffrement.Coffre;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ce que la base retient d'une preuve. Un code n'a qu'un million de valeurs : sans la clé, que scelle le coffre, une
 * copie de la base n'en livre aucune.
 */
@Component
final class Empreintes {

    private static final String HMAC = "HmacSHA256";
    private static final String CONTEXTE = "jeton-cle";
    private static final int OCTETS = 32;

    private final JdbcClient base;
    private final Coffre coffre;
    private volatile @Nullable SecretKeySpec cle;

    Empreintes(JdbcClient base, Coffre coffre) {
        this.base = base;
        this.coffre = coffre;
    }

    /** L'empreinte d'un secret dans son emploi ; le même secret a une autre empreinte ailleurs. */
    byte[] de(String usage, String sujet, String secret) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(cle());
            for (var partie : new String[] {usage, sujet, secret}) {
                var octets = partie.getBytes(StandardCharsets.UTF_8);
                mac.update(new byte[] {(byte) (octets.length >> 8), (byte) octets.length});
                mac.update(octets);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SecretKeySpec cle() {
        var connue = cle;
        if (connue == null) {
            connue = new SecretKeySpec(coffre.ouvrir(scellee(), CONTEXTE), HMAC);
            cle = connue;
        }
        return connue;
    }

    /** La clé commune à tous les nœuds ; le premier qui en a besoin la tire. */
    private byte[] scellee() {
        var neuve = new byte[OCTETS];
        new SecureRandom().nextBytes(neuve);
        base.sql("insert into jeton_cle (unique_ligne, cle_scellee) values (true, ?) on conflict do nothing")
                .param(coffre.sceller(neuve, CONTEXTE))
                .update();
        return base.sql("select cle_scellee from jeton_cle").query(byte[].class).single();
    }
}
