package fr.convergence.socle.chiffrement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Retrouve une valeur secrète sans la garder : la base n'en tient que l'empreinte, que seul refait qui a le trousseau.
 *
 * <p>Chaque clé du sceau donne la sienne, pour un usage qui la sépare de toute signature : pendant et après une rotation,
 * ce qui fut écrit sous une ancienne clé se retrouve encore.
 */
public final class Empreintes {

    private static final String ALGORITHME = "HmacSHA256";

    private final List<SecretKeySpec> cles;

    /** @param signatures une par clé du trousseau, celle qui écrit d'abord */
    Empreintes(List<com.google.crypto.tink.Mac> signatures, String usage) {
        this.cles = signatures.stream().map(mac -> cle(mac, usage)).toList();
    }

    /** L'empreinte à garder. */
    public byte[] de(String valeur) {
        return calculer(cles.getFirst(), valeur);
    }

    /** Toutes celles sous lesquelles cette valeur a pu être gardée. */
    public byte[][] possibles(String valeur) {
        return cles.stream().map(cle -> calculer(cle, valeur)).toArray(byte[][]::new);
    }

    private static SecretKeySpec cle(com.google.crypto.tink.Mac signature, String usage) {
        try {
            return new SecretKeySpec(signature.computeMac(("empreintes/" + usage).getBytes(UTF_8)), ALGORITHME);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] calculer(SecretKeySpec cle, String valeur) {
        try {
            var mac = Mac.getInstance(ALGORITHME);
            mac.init(cle);
            return mac.doFinal(valeur.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
