package fr.convergence.socle.chiffrement;

import com.google.crypto.tink.Mac;
import java.security.GeneralSecurityException;

/**
 * Signe des octets d'une clé que la base ne connaît pas : qui écrit dans la base ne peut pas refaire la signature.
 *
 * <p>Le nom de la clé précède les 32 octets de la signature (37 en tout) : après une rotation, les anciennes se vérifient
 * toujours et les nouvelles diffèrent. Ne pas s'en servir pour retrouver une valeur.
 */
public final class Sceau {

    private final Mac mac;

    Sceau(Mac mac) {
        this.mac = mac;
    }

    public byte[] hmac(byte[] octets) {
        try {
            return mac.computeMac(octets);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Signature impossible", e);
        }
    }

    /** Compare à temps constant. */
    public boolean verifier(byte[] hmac, byte[] octets) {
        try {
            mac.verifyMac(hmac, octets);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
